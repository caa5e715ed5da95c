import Domain
import Foundation

/// What an assessment may hold.
enum AssessmentRules {
    static let ownMax = 5_000
    static let whyCharactersMax = 1_000

    /// At most one text in each of the six languages, exactly one of them the original where there is any.
    static func reasons(_ reasons: [AssessmentReason]) throws(WorkspaceError) -> [AssessmentReason] {
        var kept: [AssessmentReason] = []
        for reason in reasons {
            let text = trimmed(reason.text)
            if text.isEmpty { continue }
            guard text.count <= AssessmentReason.charactersMax else { throw .invalid("reason", "assess.reasonLength") }
            guard LanguageTag.official.contains(reason.language),
                !kept.contains(where: { $0.language == reason.language })
            else { throw .invalid("language", "assess.languageUnknown") }
            kept.append(AssessmentReason(language: reason.language, isOriginal: reason.isOriginal, text: text))
        }
        if !kept.isEmpty, kept.filter(\.isOriginal).count != 1 {
            for place in kept.indices { kept[place].isOriginal = place == 0 }
        }
        return kept
    }

    static func evidence(_ links: [EvidenceLink]) throws(WorkspaceError) -> [EvidenceLink] {
        var kept: [EvidenceLink] = []
        for link in links {
            let title = trimmed(link.title)
            let address = trimmed(link.address)
            if address.isEmpty, title.isEmpty { continue }
            guard title.count <= EvidenceLink.titleCharactersMax else {
                throw .invalid("evidence", "assess.evidenceTitle")
            }
            guard !address.isEmpty, address.count <= EvidenceLink.addressCharactersMax else {
                throw .invalid("evidence", "assess.evidenceAddress")
            }
            switch link.kind {
            case .link:
                guard !address.contains(where: \.isWhitespace),
                    address.hasPrefix("https://") || address.hasPrefix("http://")
                else { throw .invalid("evidence", "assess.evidenceAddress") }
            case .document:
                guard let symbol = DocumentSymbol(address), symbol.printed.count <= 100 else {
                    throw .invalid("evidence", "assess.evidenceSymbol")
                }
            case .evidence: break
            }
            kept.append(EvidenceLink(kind: link.kind, title: title, address: address))
        }
        guard kept.count <= EvidenceLink.most else { throw .invalid("evidence", "assess.evidenceMany") }
        return kept
    }

    /// A whole day, not after today.
    static func day(_ day: CalendarDate, today: CalendarDate) throws(WorkspaceError) {
        guard day.day != nil, day <= today, day.year >= 1945 else { throw .invalid("day", "assess.dayForm") }
    }

    static func why(_ text: String, _ field: String) throws(WorkspaceError) -> String {
        let text = trimmed(text)
        guard (1...whyCharactersMax).contains(text.count) else { throw .invalid(field, "assess.whyNeeded") }
        return text
    }

    static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
