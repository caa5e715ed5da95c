import Domain
import Reference

/// What a practice or an emerging issue may hold.
package enum PracticeLimits {
    package static let titleCharactersMax = 200
    package static let summaryCharactersMax = 1_000
    package static let textCharactersMax = 6_000
    package static let reasonsCharactersMax = 4_000
    package static let codesMax = 40
    package static let linksMax = 100
    package static let documentsMax = 30
    package static let addressCharactersMax = 500
    package static let editionsMax = 100
    package static let perWorkspaceMax = 1_000
    package static let resultsMax = 100
    package static let partsMax = 100
    /// On a page of a list.
    package static let listMax = 100
    /// Other workspaces that have to say that it can be published.
    package static let reviewersMin = 2

    static func title(_ text: String, _ field: String = "title") throws(WorkspaceError) -> String {
        let text = trimmed(text)
        guard (1...titleCharactersMax).contains(text.count) else { throw .invalid(field, "practice.titleLength") }
        return text
    }

    static func text(
        _ text: String, _ field: String, most: Int = textCharactersMax
    ) throws(WorkspaceError) -> String {
        let text = trimmed(text)
        guard text.count <= most else { throw .invalid(field, "practice.textLength") }
        return text
    }

    /// Reasons that have to be given.
    static func reasons(_ text: String, _ field: String) throws(WorkspaceError) -> String {
        let text = trimmed(text)
        guard (1...reasonsCharactersMax).contains(text.count) else { throw .invalid(field, "practice.reasonsNeeded") }
        return text
    }

    /// An address on the web; empty where there is none.
    static func address(_ text: String, _ field: String) throws(WorkspaceError) -> String {
        let text = trimmed(text)
        guard !text.isEmpty else { return "" }
        guard text.count <= addressCharactersMax, !text.contains(where: \.isWhitespace),
            text.hasPrefix("https://") || text.hasPrefix("http://")
        else { throw .invalid(field, "practice.addressForm") }
        return text
    }

    static func language(_ tag: LanguageTag, _ reference: ReferenceFacts) throws(WorkspaceError) -> LanguageTag {
        let known = Set(reference.languages.map(\.code)).union(LanguageTag.official.map(\.rawValue))
        guard known.contains(tag.rawValue) else { throw .invalid("language", "practice.unknownCode") }
        return tag
    }

    static func themes(_ codes: [String], _ reference: ReferenceFacts) throws(WorkspaceError) -> [String] {
        try known(codes, "themes", reference.themes.map(\.code))
    }

    static func goals(_ codes: [String], _ reference: ReferenceFacts) throws(WorkspaceError) -> [String] {
        try known(codes, "goals", reference.goals.map(\.code))
    }

    static func persons(_ codes: [String], _ reference: ReferenceFacts) throws(WorkspaceError) -> [String] {
        try known(codes, "persons", reference.persons.map(\.code))
    }

    static func region(_ code: String?, _ reference: ReferenceFacts) throws(WorkspaceError) -> String? {
        guard let code, !code.isEmpty else { return nil }
        guard reference.group(code)?.kind == .region else { throw .invalid("region", "practice.unknownCode") }
        return code
    }

    /// Whole days, in order.
    static func window(_ from: CalendarDate?, _ until: CalendarDate?) throws(WorkspaceError) {
        for (day, field) in [(from, "starts"), (until, "ends")] where day != nil && day?.day == nil {
            throw .invalid(field, "practice.wholeDay")
        }
        if let from, let until, until < from { throw .invalid("ends", "practice.order") }
    }

    /// A whole day that is not to come.
    static func past(_ day: CalendarDate, _ field: String, today: CalendarDate?) throws(WorkspaceError) {
        guard day.day != nil else { throw .invalid(field, "practice.wholeDay") }
        if let today, today < day { throw .invalid(field, "practice.notYet") }
    }

    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }

    private static func known(
        _ codes: [String], _ field: String, _ all: [String]
    ) throws(WorkspaceError) -> [String] {
        let (asked, all) = (Set(codes), all)
        guard asked.count <= codesMax else { throw .invalid(field, "practice.many") }
        let found = all.filter(asked.contains)
        guard Set(found) == asked else { throw .invalid(field, "practice.unknownCode") }
        return found
    }
}
