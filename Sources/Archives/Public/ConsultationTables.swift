import Consultations
import Domain

/// Consultations that everybody reads, what was contributed to them, and what came out.
enum ConsultationTables {
    static func all(_ consultations: Consultations) -> [PublicTable] {
        [held(consultations), contributions(consultations), summaries(consultations)]
    }

    private static func held(_ consultations: Consultations) -> PublicTable {
        PublicTable(
            name: "consultations", meaning: "Consultations and seminars that were published.", columns: columns,
            count: { try await consultations.publishedCount() }
        ) { after in
            let page = try await consultations.published(
                after: after.flatMap { ConsultationID($0) }, limit: ConsultationLimits.listMax)
            return (page.consultations.map { row($0.consultation, $0.host) }, page.next.map { "\($0)" })
        }
    }

    private static let columns: [PublicColumn] = [
        .init("id", .integer, "its number; its page is `/consultations/ID`"),
        .init("kind", "`consultation` or `seminar`"), .init("host", "who holds it"),
        .init("workspace", "short name of the host"), .init("state", "the host's State"),
        .init("title", "in its language"), .init("about", "what it is about"), .init("language", "of its texts"),
        .init("contact", "the office to write to"), .init("opens", "first day of contributions"),
        .init("closes", "last day of contributions"), .init("answer_by", "by when every input has its answer"),
        .init("outsiders", .flag, "whether people without an account may contribute"),
        .init("issues", .list, "numbers of the issues it is on"),
        .init("recommendations", .list, "numbers of the recommendations it is on"),
        .init("themes", .list, "codes of the themes it is on"), .init("published", "when"),
        .init("summary_published", "when its summary was published; null where it is not"),
        .init("cancelled", "when it was called off"), .init("cancelled_why", "why it was called off"),
    ]

    private static func row(_ value: Consultation, _ host: ConsultationHost) -> [PublicValue] {
        let content = value.content
        func topics(_ kind: ConsultationTopic.Kind) -> PublicValue {
            .list(content.topics.filter { $0.kind == kind }.map(\.value))
        }
        return [
            .integer(Int(value.id.value)), .text(content.kind.rawValue), .text(host.name), .text(host.slug),
            .text(host.state?.rawValue), .text(content.title), SaidTables.some(content.about),
            .text(content.language.rawValue), SaidTables.some(content.contact), .text(content.opens?.description),
            .text(content.closes?.description), .text(content.answerBy?.description), .flag(content.takesOutsiders),
            topics(.issue), topics(.recommendation), topics(.theme), .text(value.published),
            .text(value.summaryPublished), .text(value.cancelled), SaidTables.some(value.cancelledWhy),
        ]
    }

    private static func contributions(_ consultations: Consultations) -> PublicTable {
        PublicTable(
            name: "contributions",
            meaning:
                "Contributions that are shown, with their answers; of what an institution sent and was held back the marker alone.",
            columns: contributionColumns, count: { try await consultations.publishedContributionsCount() }
        ) { after in
            let found = try await consultations.publishedContributions(after: after.flatMap { ContributionID($0) })
            return (found.map(row), found.count == Consultations.streamMax ? found.last.map { "\($0.id)" } : nil)
        }
    }

    private static let contributionColumns: [PublicColumn] = [
        .init("id", .integer, "its number"), .init("consultation", .integer, "the `id` of the consultation"),
        .init("origin", "`member`, `outsider` or `room`"), .init("institution", "that sent it; null for all others"),
        .init("name", "as it was given; null where none was"), .init("actor", "what they said they are"),
        .init("language", "of the text"), .init("text", "null where it was held back"),
        .init("day", "on which it was received"), .init("status", "`shown` or `held-back`"),
        .init("ground", "why it was held back"),
        .init("answer", "`taken-up`, `partly` or `not`; null where there is none"),
        .init("answer_why", "with which reason"), .init("answer_language", "of the reason"),
    ]

    private static func row(_ value: Contribution) -> [PublicValue] {
        [
            .integer(Int(value.id.value)), .integer(Int(value.consultation.value)), .text(value.origin.rawValue),
            .text(value.institutionName), SaidTables.some(value.name), SaidTables.some(value.actor),
            .text(value.language.rawValue), SaidTables.some(value.text), .text(String(value.made.prefix(10))),
            .text(value.status.rawValue), SaidTables.some(value.moderatedWhy), .text(value.answer?.rawValue),
            SaidTables.some(value.answerWhy), value.answer == nil ? .none : .text(value.answerLanguage.rawValue),
        ]
    }

    private static func summaries(_ consultations: Consultations) -> PublicTable {
        PublicTable(
            name: "consultation-summaries",
            meaning:
                "What came out of consultations: headings, sentences and conclusions of summaries that were published.",
            columns: [
                .init("id", .integer, "its number"), .init("consultation", .integer, "the `id` of the consultation"),
                .init("position", .integer, "its place in the summary"),
                .init("kind", "`heading`, `sentence` or `conclusion`"), .init("text", "in the consultation's language"),
                .init("cites", .list, "numbers of the contributions it rests on"),
            ], count: { try await consultations.publishedPartsCount() }
        ) { after in
            let found = try await consultations.publishedParts(after: after.flatMap { Int64($0) })
            let rows = found.map { entry -> [PublicValue] in
                [
                    .integer(Int(entry.part.id)), .integer(Int(entry.consultation.value)),
                    .integer(entry.part.position), .text(entry.part.kind.rawValue), .text(entry.part.text),
                    .list(entry.part.citations.map { "\($0)" }),
                ]
            }
            return (rows, found.count == Consultations.streamMax ? found.last.map { "\($0.part.id)" } : nil)
        }
    }
}
