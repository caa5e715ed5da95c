import Domain
import Reference

/// What a need, an offer or a fund may hold.
package enum CooperationLimits {
    package static let titleCharactersMax = 200
    package static let textCharactersMax = 6_000
    package static let codesMax = 40
    package static let sourcesMax = 200
    package static let listMax = 200
    package static let fieldsMax = 60
    package static let choicesMax = 40
    package static let perWorkspaceMax = 2_000

    static func title(_ text: String, _ field: String = "title") throws(WorkspaceError) -> String {
        let text = trimmed(text)
        guard (1...titleCharactersMax).contains(text.count) else { throw .invalid(field, "cooperation.titleLength") }
        return text
    }

    static func text(_ text: String, _ field: String) throws(WorkspaceError) -> String {
        let text = trimmed(text)
        guard text.count <= textCharactersMax else { throw .invalid(field, "cooperation.textLength") }
        return text
    }

    /// Codes that the reference facts know.
    static func themes(_ codes: [String], _ reference: ReferenceFacts) throws(WorkspaceError) -> [String] {
        let known = Set(reference.themes.map(\.code))
        return try sorted(codes, "themes") { known.contains($0) }
    }

    static func goals(_ codes: [String], _ reference: ReferenceFacts) throws(WorkspaceError) -> [String] {
        let known = Set(reference.goals.map(\.code))
        return try sorted(codes, "goals") { known.contains($0) }
    }

    static func languages(_ tags: [LanguageTag], _ reference: ReferenceFacts) throws(WorkspaceError) -> [LanguageTag] {
        let known = Set(reference.languages.map(\.code)).union(LanguageTag.official.map(\.rawValue))
        return try sorted(tags.map(\.rawValue), "languages") { known.contains($0) }.map { LanguageTag($0) }
    }

    static func eligible(
        _ eligible: Eligibility, _ reference: ReferenceFacts
    ) throws(WorkspaceError) -> Eligibility {
        let states = try sorted(eligible.states.map(\.rawValue), "states", most: 300) {
            reference.facts(of: StateCode($0)) != nil
        }
        let groups = try sorted(eligible.groups, "groups") { reference.group($0) != nil }
        return Eligibility(states: states.map { StateCode($0) }, groups: groups)
    }

    static func contact(_ contact: OfferContact) throws(WorkspaceError) -> OfferContact {
        var contact = contact
        contact.office = try title(contact.office.isEmpty ? "–" : contact.office, "office")
        if contact.office == "–" { contact.office = "" }
        contact.email = trimmed(contact.email)
        if !contact.email.isEmpty, EmailAddress(contact.email) == nil { throw .invalid("email", "people.emailForm") }
        contact.address = trimmed(contact.address)
        guard contact.address.count <= 500, contact.address.isEmpty || contact.address.hasPrefix("https://") else {
            throw .invalid("address", "cooperation.addressForm")
        }
        return contact
    }

    static func money(_ money: Money?, _ field: String) throws(WorkspaceError) {
        guard let money else { return }
        guard (0...1_000_000_000_000_000).contains(money.minor) else { throw .invalid(field, "cooperation.amount") }
    }

    /// Both days whole, and in order.
    static func window(_ from: CalendarDate?, _ until: CalendarDate?) throws(WorkspaceError) {
        for (day, field) in [(from, "starts"), (until, "ends")] where day != nil && day?.day == nil {
            throw .invalid(field, "cooperation.wholeDay")
        }
        if let from, let until, until < from { throw .invalid("ends", "cooperation.order") }
    }

    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }

    private static func sorted(
        _ codes: [String], _ field: String, most: Int = codesMax, isKnown: (String) -> Bool
    ) throws(WorkspaceError) -> [String] {
        let codes = Set(codes).sorted()
        guard codes.count <= most else { throw .invalid(field, "cooperation.many") }
        guard codes.allSatisfy(isKnown) else { throw .invalid(field, "cooperation.unknownCode") }
        return codes
    }
}
