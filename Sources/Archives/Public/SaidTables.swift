import Assessments
import CooperationRecords
import Domain

/// What every side says of recommendations and issues, and facts of how States cooperate.
enum SaidTables {
    static func assessments(_ assessments: Assessments) -> PublicTable {
        PublicTable(
            name: "published-assessments",
            meaning:
                "Assessments that workspaces and other installations published; of what was taken back or removed the marker alone.",
            columns: assessmentColumns, count: { try await assessments.publishedHereCount() }
        ) { after in
            let found = try await assessments.publishedHere(after: after.flatMap { AssessmentID($0) })
            return (found.map(row), found.count == Assessments.pageMax ? found.last.map { "\($0.id)" } : nil)
        }
    }

    private static let assessmentColumns: [PublicColumn] = [
        .init("id", .integer, "its number; its page is `/assessments/ID`"),
        .init("state", "the State that is assessed"), .init("subject_kind", "`recommendation` or `issue`"),
        .init("subject", .integer, "its `id` here; null where the record does not have it"),
        .init("document", "symbol of the document it stands in"), .init("paragraph", "as printed"),
        .init("part", "the part it speaks of; null for the whole"),
        .init("assessor_kind", "`state`, `nhri`, `civil-society`, `un`, `committee` or `expert`"),
        .init("assessor", "as it called itself that day; of a State its code"),
        .init("scheme", "a value means something in its own scheme alone; null where the words are gone"),
        .init("edition", .integer, "of the scheme"), .init("value", "in the scheme; null where the words are gone"),
        .init("date", "the day it speaks of"), .init("language", "of the reason"),
        .init("reason", "in the language it was written in"),
        .init("evidence", .list, "what shows that it is right: addresses and symbols"),
        .init("origin", "`workspace` or `package`, signed by another installation"),
        .init("installation", "name of the other installation"), .init("published", "when"),
        .init("standing", "`current`, `superseded`, `taken-back` or `removed`"),
        .init("changed", "when it was superseded, taken back or removed"),
        .init(
            "ground", "why it was removed: `danger`, `privacy`, `court-order`, `incitement`, `identity`, `duplicate`"),
        .init("why", "the reason that was given for taking it back or removing it"),
    ]

    private static func row(_ one: PublishedAssessment) -> [PublicValue] {
        let words = one.words
        let language = words.flatMap { $0.original ?? $0.reasons.keys.min() }
        let standing = standing(one.standing)
        var installation: String?
        if case .package(let origin) = one.origin { installation = origin.name }
        return [
            .integer(Int(one.id.value)), .text(one.state?.rawValue), .text(one.thingKind.rawValue),
            .integer(one.thing.map { Int($0.id) }), some(one.document), some(one.paragraph), some(one.part),
            .text(one.assessor.rawValue), .text(one.assessorName), .text(words?.scheme.rawValue),
            .integer(words?.edition), .text(words?.value), .text(words?.date?.description),
            .text(language?.rawValue), .text(language.flatMap { words?.reasons[$0] }),
            .list(words?.evidence.map(\.address) ?? []), .text(installation == nil ? "workspace" : "package"),
            .text(installation), .text(one.published), .text(standing.name), .text(standing.at),
            .text(standing.ground), some(standing.why),
        ]
    }

    private static func standing(
        _ standing: PublishedAssessment.Standing
    ) -> (name: String, at: String?, ground: String?, why: String?) {
        switch standing {
        case .current: ("current", nil, nil, nil)
        case .superseded(_, let at): ("superseded", at, nil, nil)
        case .takenBack(let at, let why): ("taken-back", at, nil, why)
        case .removed(let removed): ("removed", removed.at, removed.ground.rawValue, removed.text)
        }
    }

    static func facts(_ records: StateCooperation) -> PublicTable {
        PublicTable(
            name: "cooperation-facts",
            meaning:
                "Dated, sourced facts of how States cooperate that people entered and published; what is read from the record is on the pages of States.",
            columns: factColumns, count: { try await records.publishedCount() }
        ) { after in
            let found = try await records.published(after: after.flatMap { StateFactID($0) })
            let next = found.count == StateCooperation.streamMax ? found.last?.id.map { "\($0)" } : nil
            return (found.map(row), next)
        }
    }

    private static let factColumns: [PublicColumn] = [
        .init("id", .integer, "its number"), .init("state", "the State; its page is `/states/CODE/cooperation`"),
        .init("kind", "what kind of fact"), .init("about", "treaty, mechanism, mandate, fund or institution"),
        .init("matter", "what joins the steps of one thing"), .init("cycle", .integer, "of the review"),
        .init("day", "as exact as the source"),
        .init("none", .flag, "whether the source says that there is none up to that day"),
        .init("grade", "of an accreditation: `A`, `B` or `none`"),
        .init("amount", .integer, "in the smallest unit of the currency"), .init("currency", "ISO 4217"),
        .init("text", "in the words of whoever entered it"), .init("language", "of the text"),
        .init("source", "the document, or what says so"), .init("address", "where it can be read"),
        .init("origin", "`workspace` of the State's mechanism, or `desk` of this installation"),
        .init("replaces", .integer, "the `id` of the fact that it corrects"), .init("published", "when"),
        .init("ended", "when it was corrected or withdrawn; null where it stands"),
        .init("ended_why", "the reason that was given"),
    ]

    private static func row(_ fact: StateFact) -> [PublicValue] {
        let content = fact.content
        return [
            .integer(fact.id.map { Int($0.value) }), .text(fact.state.rawValue), .text(content.kind.rawValue),
            some(content.about), some(content.matter), .integer(content.cycle), .text(content.day?.description),
            .flag(content.isNone), .text(content.grade), .integer(content.money.map { Int($0.minor) }),
            .text(content.money?.currency.rawValue), some(content.text),
            content.text.isEmpty ? .none : .text(content.language.rawValue), some(content.source),
            .text(content.address), .text(fact.origin.rawValue), .integer(fact.replaces.map { Int($0.value) }),
            .text(fact.published), .text(fact.ended), some(fact.endedWhy),
        ]
    }

    /// What was not said is null, never an empty text.
    static func some(_ text: String?) -> PublicValue { .text(text.flatMap { $0.isEmpty ? nil : $0 }) }
}
