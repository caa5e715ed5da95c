package import Domain
package import Markup

/// A programme as the aid-data standard writes it: one activity in the form of version 2.03. The elements are the truth; what stands
/// here reads them.
package struct Activity: Hashable, Sendable {
    /// In the standard's order, with nothing that it does not know.
    package var element: XMLElement

    package init(_ element: XMLElement) { self.element = element }

    package var identifier: String { element.first("iati-identifier")?.words ?? "" }
    /// The language of texts that do not say theirs.
    package var language: LanguageTag? { element["xml:lang"].map { LanguageTag($0.lowercased()) } }
    package var defaultCurrency: String? { element["default-currency"] }
    /// As the publisher wrote it; it decides which of two states of an activity is newer.
    package var updated: String? { element["last-updated-datetime"] }

    package var titles: [Narrative] { narratives(element.first("title")) }

    /// By kind: `1` general, `2` objectives, `3` target groups, `4` other.
    package var descriptions: [(kind: String, texts: [Narrative])] {
        element.all("description").map { ($0["type"] ?? "1", narratives($0)) }
    }

    package var reporter: Organisation? { element.first("reporting-org").map { organisation($0, role: nil) } }
    package var participants: [Organisation] {
        element.all("participating-org").map { organisation($0, role: $0["role"]) }
    }

    package var status: String? { code("activity-status") }
    package var scope: String? { code("activity-scope") }
    package var collaboration: String? { code("collaboration-type") }
    package var flowType: String? { code("default-flow-type") }
    package var financeType: String? { code("default-finance-type") }
    package var tiedStatus: String? { code("default-tied-status") }
    package var aidTypes: [(code: String, vocabulary: String)] {
        element.all("default-aid-type").map { ($0["code"] ?? "", $0["vocabulary"] ?? "1") }
    }

    /// By kind: `1` planned start, `2` actual start, `3` planned end, `4` actual end.
    package func date(_ kind: String) -> CalendarDate? {
        element.children.first { $0.name == "activity-date" && $0["type"] == kind }?["iso-date"].flatMap {
            CalendarDate($0)
        }
    }

    /// The actual day where it is known, else the planned one.
    package var starts: CalendarDate? { date("2") ?? date("1") }
    package var ends: CalendarDate? { date("4") ?? date("3") }

    package var countries: [Share] { element.all("recipient-country").map { share($0) } }
    package var regions: [Share] { element.all("recipient-region").map { share($0) } }
    package var sectors: [Share] { element.all("sector").map { share($0) } }
    package var tags: [Share] { element.all("tag").map { share($0) } }

    package var policyMarkers: [(marker: Share, significance: String?)] {
        element.all("policy-marker").map { (share($0), $0["significance"]) }
    }

    package var documents: [DocumentLink] {
        element.all("document-link").map { link in
            DocumentLink(
                address: link["url"] ?? "", format: link["format"] ?? "", titles: narratives(link.first("title")),
                languages: link.all("language").compactMap { $0["code"] },
                date: link.first("document-date")?["iso-date"].flatMap { CalendarDate($0) })
        }
    }

    package var related: [(identifier: String, kind: String)] {
        element.all("related-activity").map { ($0["ref"] ?? "", $0["type"] ?? "") }
    }

    /// Nil where nothing is said of conditions; empty where there are none.
    package var conditions: [(kind: String, texts: [Narrative])]? {
        guard let conditions = element.first("conditions") else { return nil }
        return conditions.all("condition").map { ($0["type"] ?? "", narratives($0)) }
    }

    package var contacts: [Contact] {
        element.all("contact-info").map { contact in
            Contact(
                organisation: narratives(contact.first("organisation")),
                person: narratives(contact.first("person-name")),
                emails: contact.all("email").map(\.words), websites: contact.all("website").map(\.words))
        }
    }

    func narratives(_ element: XMLElement?) -> [Narrative] {
        (element?.all("narrative") ?? []).map { narrative in
            let own = narrative["xml:lang"].map { LanguageTag($0.lowercased()) }
            return Narrative(language: own ?? language, text: narrative.text)
        }
    }

    func organisation(_ element: XMLElement, role: String?) -> Organisation {
        Organisation(
            role: role, reference: element["ref"], kind: element["type"], names: narratives(element))
    }

    func share(_ element: XMLElement) -> Share {
        Share(
            code: element["code"] ?? "", vocabulary: element["vocabulary"],
            percentage: element["percentage"].flatMap { Percentage($0) }, names: narratives(element))
    }

    private func code(_ name: String) -> String? { element.first(name)?["code"] }
}

/// A text in one language; nil where nobody says which.
package struct Narrative: Hashable, Sendable {
    package var language: LanguageTag?
    package var text: String

    package init(language: LanguageTag?, text: String) {
        self.language = language
        self.text = text
    }
}

extension [Narrative] {
    /// The text for a reader: in her language, else in English, else the first.
    package func best(for reader: LanguageTag) -> Narrative? {
        first { $0.language == reader } ?? first { $0.language == .english } ?? first
    }
}

/// Whoever takes part.
package struct Organisation: Hashable, Sendable {
    /// `1` funding, `2` accountable, `3` extending, `4` implementing; nil where no role is meant.
    package var role: String?
    package var reference: String?
    /// A code of the list of organisation types.
    package var kind: String?
    package var names: [Narrative]

    package init(role: String? = nil, reference: String? = nil, kind: String? = nil, names: [Narrative] = []) {
        self.role = role
        self.reference = reference
        self.kind = kind
        self.names = names
    }
}

/// A code, the list it is of, and its share of the whole where it is said.
package struct Share: Hashable, Sendable {
    package var code: String
    /// Nil: the standard's own.
    package var vocabulary: String?
    package var percentage: Percentage?
    package var names: [Narrative]

    package init(code: String, vocabulary: String? = nil, percentage: Percentage? = nil, names: [Narrative] = []) {
        self.code = code
        self.vocabulary = vocabulary
        self.percentage = percentage
        self.names = names
    }
}

package struct DocumentLink: Hashable, Sendable {
    package var address: String
    package var format: String
    package var titles: [Narrative]
    package var languages: [String]
    package var date: CalendarDate?
}

package struct Contact: Hashable, Sendable {
    package var organisation: [Narrative]
    package var person: [Narrative]
    package var emails: [String]
    package var websites: [String]
}
