import Domain
import Markup

/// The direction and form of a cooperation.
package enum Modality: String, Hashable, Sendable, CaseIterable {
    case bilateral
    case multilateral
    case northSouth = "north-south"
    case southSouth = "south-south"
    case triangular
    case interAgency = "inter-agency"
}

extension Activity {
    /// The list of our own that a person's choice of a modality is written under: the standard has no field for it.
    static let modalityVocabulary = "urn:rapporteur:modality"

    /// What a person chose; else what the collaboration type says beyond doubt; nil where nothing does. Direction (North-South,
    /// South-South) is never concluded from names of countries.
    package var modality: Modality? {
        let chosen = element.all("tag").first { $0["vocabulary-uri"] == Self.modalityVocabulary }?["code"]
        if let chosen, let modality = Modality(rawValue: chosen) { return modality }
        switch collaboration {
        case "1", "3", "7": return .bilateral
        case "2", "4": return .multilateral
        case "8": return .triangular
        default: return nil
        }
    }

    /// Goals and targets of the 2030 Agenda, by the sector vocabularies 7, 8 and 9 and the tag vocabularies 2 and 3, each once. An indicator
    /// (`16.3.1`) stands for its target.
    package var goals: [String] {
        var found: [String] = []
        for share in sectors where ["7", "8", "9"].contains(share.vocabulary) { found.append(share.code) }
        for share in tags where ["2", "3"].contains(share.vocabulary) { found.append(share.code) }
        let codes = found.map { $0.split(separator: ".").prefix(2).joined(separator: ".") }
        return Array(Set(codes.filter { !$0.isEmpty })).sorted()
    }

    /// Sectors of the Development Assistance Committee, of the activity and of its transactions, each once.
    package var purposeCodes: [String] {
        let own = element.all("sector") + element.all("transaction").flatMap { $0.all("sector") }
        let codes = own.filter { ["1", "2"].contains($0["vocabulary"] ?? "1") }.compactMap { $0["code"] }
        return Array(Set(codes)).sorted()
    }

    /// Countries of the activity and of its transactions, each once, with the activity's share.
    package var recipientCountries: [(code: String, percentage: Percentage?)] {
        var shares: [String: Percentage?] = [:]
        for share in countries { shares[share.code.uppercased()] = share.percentage }
        for transaction in element.all("transaction") {
            guard let code = transaction.first("recipient-country")?["code"]?.uppercased() else { continue }
            if shares[code] == nil { shares[code] = .some(nil) }
        }
        return shares.map { ($0.key, $0.value) }.sorted { $0.code < $1.code }
    }
}
