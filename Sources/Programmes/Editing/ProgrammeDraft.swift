package import Domain
import Markup

/// What somebody writes of a programme: what the standard needs, and what lists and links look at. Everything else of an activity that was
/// imported stays as it is.
package struct ProgrammeDraft: Hashable, Sendable {
    package var identifier: String
    package var reporterReference: String
    package var reporterName: String
    /// A code of the list of organisation types.
    package var reporterKind: String
    package var language: LanguageTag
    package var title: String
    package var description: String
    package var status: String
    package var plannedStart: CalendarDate?
    package var actualStart: CalendarDate?
    package var plannedEnd: CalendarDate?
    package var actualEnd: CalendarDate?
    package var states: [DraftShare]
    package var sectors: [DraftShare]
    /// Goals and targets of the 2030 Agenda.
    package var goals: [String]
    package var modality: Modality?
    package var currency: String
    package var partners: [DraftPartner]
    package var isPublic: Bool

    package init(
        identifier: String = "", reporterReference: String = "", reporterName: String = "", reporterKind: String = "10",
        language: LanguageTag = .english, title: String = "", description: String = "", status: String = "2",
        plannedStart: CalendarDate? = nil, actualStart: CalendarDate? = nil, plannedEnd: CalendarDate? = nil,
        actualEnd: CalendarDate? = nil, states: [DraftShare] = [], sectors: [DraftShare] = [], goals: [String] = [],
        modality: Modality? = nil, currency: String = "", partners: [DraftPartner] = [], isPublic: Bool = false
    ) {
        self.identifier = identifier
        self.reporterReference = reporterReference
        self.reporterName = reporterName
        self.reporterKind = reporterKind
        self.language = language
        self.title = title
        self.description = description
        self.status = status
        self.plannedStart = plannedStart
        self.actualStart = actualStart
        self.plannedEnd = plannedEnd
        self.actualEnd = actualEnd
        self.states = states
        self.sectors = sectors
        self.goals = goals
        self.modality = modality
        self.currency = currency
        self.partners = partners
        self.isPublic = isPublic
    }
}

/// A code and its share, as one line of a form: `15134 60`.
package struct DraftShare: Hashable, Sendable {
    package var code: String
    package var percentage: Percentage?

    package init(code: String, percentage: Percentage? = nil) {
        self.code = code
        self.percentage = percentage
    }

    package var line: String { percentage.map { "\(code) \($0.text)" } ?? code }

    /// Lines of a form; nil where one of them cannot be read.
    package static func read(_ text: String) -> [DraftShare]? {
        var shares: [DraftShare] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "%" }.map(String.init)
            guard let code = words.first else { continue }
            guard words.count <= 2 else { return nil }
            let percentage = words.count > 1 ? Percentage(words[1]) : nil
            if words.count > 1, percentage == nil { return nil }
            shares.append(DraftShare(code: code.uppercased(), percentage: percentage))
        }
        return shares
    }
}

/// An organisation that takes part, as one line of a form: `1 | XM-DAC-7 | Ministry`.
package struct DraftPartner: Hashable, Sendable {
    package var role: String
    package var reference: String
    package var name: String

    package init(role: String, reference: String = "", name: String) {
        self.role = role
        self.reference = reference
        self.name = name
    }

    package var line: String { [role, reference, name].joined(separator: " | ") }

    package static func read(_ text: String) -> [DraftPartner]? {
        var partners: [DraftPartner] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
                String($0).trimmingPrefixAndSuffixSpace
            }
            guard parts != [""] else { continue }
            guard parts.count == 3, !(parts[1].isEmpty && parts[2].isEmpty) else { return nil }
            partners.append(DraftPartner(role: parts[0], reference: parts[1], name: parts[2]))
        }
        return partners
    }
}

extension ProgrammeDraft {
    /// What a form about a programme begins with.
    package init(_ activity: Activity, _ codes: AidCodes, isPublic: Bool) {
        let language = activity.language ?? .english
        self.init(
            identifier: activity.identifier, reporterReference: activity.reporter?.reference ?? "",
            reporterName: activity.reporter?.names.first?.text ?? "", reporterKind: activity.reporter?.kind ?? "10",
            language: language, title: activity.titles.best(for: language)?.text ?? "",
            description: activity.descriptions.first?.texts.best(for: language)?.text ?? "",
            status: activity.status ?? "2", plannedStart: activity.date("1"), actualStart: activity.date("2"),
            plannedEnd: activity.date("3"), actualEnd: activity.date("4"),
            states: activity.countries.map {
                DraftShare(code: codes.state($0.code)?.rawValue ?? $0.code, percentage: $0.percentage)
            },
            sectors: activity.sectors.filter { ($0.vocabulary ?? "1") == "1" }.map {
                DraftShare(code: $0.code, percentage: $0.percentage)
            },
            goals: activity.goals, modality: activity.modality, currency: activity.defaultCurrency ?? "",
            partners: activity.participants.map {
                DraftPartner(
                    role: $0.role ?? "", reference: $0.reference ?? "", name: $0.names.best(for: language)?.text ?? "")
            }, isPublic: isPublic)
    }
}
