import Domain
import Markup

extension Activity {
    /// This activity with what a draft says in the place of what it said of the same; `nil` is a new one.
    static func made(of activity: Activity?, _ draft: ProgrammeDraft, _ codes: AidCodes, at instant: String) -> Activity
    {
        var element = activity?.element ?? XMLElement("iati-activity")
        element["last-updated-datetime"] = String(instant.prefix(19)) + "Z"
        element["xml:lang"] = draft.language.rawValue
        element["default-currency"] = draft.currency.isEmpty ? nil : draft.currency
        replace("iati-identifier", with: [XMLElement("iati-identifier", text: draft.identifier)], &element)
        replace(
            "reporting-org",
            with: [
                named(
                    "reporting-org", draft.reporterName,
                    [.init("ref", draft.reporterReference), .init("type", draft.reporterKind)])
            ], &element)
        renarrate("title", draft.title, draft.language, &element)
        renarrate("description", draft.description, draft.language, &element)
        if activity?.participants.map({ DraftPartner($0, draft.language).line }) != draft.partners.map(\.line) {
            replace(
                "participating-org",
                with: draft.partners.map { partner in
                    let reference = partner.reference.isEmpty ? [] : [XMLElement.Attribute("ref", partner.reference)]
                    return named("participating-org", partner.name, reference + [.init("role", partner.role)])
                }, &element)
        }
        replace("activity-status", with: [XMLElement("activity-status", [.init("code", draft.status)])], &element)
        redate(draft, &element)
        replace(
            "recipient-country",
            with: draft.states.map { share in
                let code = codes.country(of: StateCode(share.code)) ?? share.code
                return coded("recipient-country", code, nil, share.percentage)
            }, &element)
        resector(draft, &element)
        return Activity(element)
    }

    /// Sectors of other lists stay. Goals stand as tags, where the standard has them; those that stood as sectors are left out there.
    private static func resector(_ draft: ProgrammeDraft, _ element: inout XMLElement) {
        let others = element.all("sector").filter { !["1", "7", "8", "9"].contains($0["vocabulary"] ?? "1") }
        replace(
            "sector", with: draft.sectors.map { coded("sector", $0.code, "1", $0.percentage) } + others, &element)
        var tags = element.all("tag").filter {
            !["2", "3"].contains($0["vocabulary"]) && $0["vocabulary-uri"] != modalityVocabulary
        }
        tags += draft.goals.map { coded("tag", $0, $0.contains(".") ? "3" : "2", nil) }
        if let modality = draft.modality {
            tags.append(
                XMLElement(
                    "tag",
                    [
                        .init("vocabulary", "99"), .init("vocabulary-uri", modalityVocabulary),
                        .init("code", modality.rawValue),
                    ]))
        }
        replace("tag", with: tags, &element)
    }

    private static func redate(_ draft: ProgrammeDraft, _ element: inout XMLElement) {
        let days = [
            ("1", draft.plannedStart), ("2", draft.actualStart), ("3", draft.plannedEnd), ("4", draft.actualEnd),
        ]
        replace(
            "activity-date",
            with: days.compactMap { kind, day in
                guard let day else { return nil }
                // A day that did not change keeps what was said about it.
                let held = element.all("activity-date").first {
                    $0["type"] == kind && $0["iso-date"] == day.description
                }
                return held
                    ?? XMLElement("activity-date", [.init("type", kind), .init("iso-date", day.description)])
            }, &element)
    }

    /// The text in one language; the same in others stays.
    private static func renarrate(
        _ name: String, _ text: String, _ language: LanguageTag, _ element: inout XMLElement
    ) {
        let activityLanguage = element["xml:lang"]
        var made = element.first(name) ?? XMLElement(name)
        made.children.removeAll { ($0["xml:lang"] ?? activityLanguage)?.lowercased() == language.rawValue }
        made.children.insert(XMLElement("narrative", text: text), at: 0)
        let others = element.all(name).dropFirst()
        replace(name, with: [made] + others, &element)
    }

    private static func named(_ name: String, _ text: String, _ attributes: [XMLElement.Attribute]) -> XMLElement {
        XMLElement(name, attributes, children: text.isEmpty ? [] : [XMLElement("narrative", text: text)])
    }

    private static func coded(
        _ name: String, _ code: String, _ vocabulary: String?, _ percentage: Percentage?
    ) -> XMLElement {
        var element = XMLElement(name)
        if let vocabulary { element["vocabulary"] = vocabulary }
        element["code"] = code
        if let percentage { element["percentage"] = percentage.text }
        return element
    }

    private static func replace(_ name: String, with elements: [XMLElement], _ element: inout XMLElement) {
        element.children.removeAll { $0.name == name }
        element.children += elements
    }
}

extension DraftPartner {
    init(_ organisation: Organisation, _ language: LanguageTag) {
        self.init(
            role: organisation.role ?? "", reference: organisation.reference ?? "",
            name: organisation.names.best(for: language)?.text ?? "")
    }
}
