import Domain
import Drafting
import Frame
import Markup

/// Reports in the API of their workspace.
enum ReportJSON {
    static func list(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let reports = try await visit.run { () throws(WorkspaceError) in try await drafting.all(visit.member) }
        let seesAll = visit.member.reach(.seeReports) == .all
        let json = JSONWriter()
        json.object {
            json.array("reports") {
                for summary in reports {
                    json.object {
                        members(summary.report, json)
                        json.member("words", seesAll ? summary.words : nil)
                        json.member("wordsMax", summary.wordsMax)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    static func one(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await drafting.page(id, visit.member) }
        let json = JSONWriter()
        json.object {
            members(page.report, json)
            json.member("words", page.words)
            json.member("wordsMax", page.wordsMax)
            json.member("isPart", page.isPart)
            json.array("sections") {
                for section in page.sections {
                    json.object {
                        json.member("key", section.section.key)
                        json.member("title", section.section.title)
                        json.member("level", section.section.level)
                        json.array("paragraphs") {
                            for paragraph in section.paragraphs { json.object { members(paragraph, json) } }
                        }
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    static func gaps(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let gaps = try await visit.run { () throws(WorkspaceError) in
            try await drafting.gaps(try await drafting.page(id, visit.member).report, visit.member)
        }
        let json = JSONWriter()
        json.object {
            json.array("gaps") {
                for gap in gaps {
                    json.object {
                        json.member("kind", gap.kind.rawValue)
                        json.member("due", gap.due?.description)
                        members(gap.source, json, prefix: "source")
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func members(_ report: Report, _ json: JSONWriter) {
        json.member("id", Int(report.id.value))
        json.member("kind", report.kind.rawValue)
        json.member("language", report.language.rawValue)
        json.member("title", report.title)
        json.member("state", report.scope.state.rawValue)
        json.member("status", report.status.rawValue)
        json.member("due", report.due?.description)
        json.member("version", report.edition)
        json.member("approved", report.approved)
        json.member("handedIn", report.handedIn)
        json.member("digest", report.digest)
    }

    private static func members(_ paragraph: ReportParagraph, _ json: JSONWriter) {
        json.member("id", Int(paragraph.id.value))
        json.member("version", paragraph.version)
        json.member("headingLevel", paragraph.content.headingLevel)
        json.array("sentences") {
            for sentence in paragraph.sentences {
                json.object {
                    json.member("id", sentence.id)
                    json.member("text", sentence.text)
                    json.member("origin", sentence.origin.rawValue)
                    json.member("language", sentence.language?.rawValue)
                    json.member("isQuote", sentence.isQuote)
                    json.array("footnotes") { for note in sentence.footnotes { json.value(note) } }
                    json.array("sources") {
                        for source in sentence.sources { json.object { members(source, json, prefix: nil) } }
                    }
                }
            }
        }
    }

    private static func members(_ source: SentenceSource, _ json: JSONWriter, prefix: String?) {
        json.member(prefix.map { $0 + "Kind" } ?? "kind", source.kind.rawValue)
        json.member(prefix.map { $0 + "ID" } ?? "id", Int(source.id))
        json.member(prefix.map { $0 + "Label" } ?? "label", source.label)
    }

    private static let common: [(String, Schema)] = [
        ("id", .integer), ("kind", .choice(ReportKind.allCases.map(\.rawValue))), ("language", .string),
        ("title", .string), ("state", .string), ("status", .choice(ReportStatus.allCases.map(\.rawValue))),
        ("due", .nullableString), ("version", .integer), ("approved", .nullableString), ("handedIn", .nullableString),
        ("digest", .nullableString), ("words", .nullableInteger), ("wordsMax", .nullableInteger),
    ]
    private static let source: Schema = .object([
        ("kind", .choice(SentenceSource.Kind.allCases.map(\.rawValue))), ("id", .integer), ("label", .string),
    ])
    private static let sentence: Schema = .object([
        ("id", .integer), ("text", .string), ("origin", .choice(ReportSentence.Origin.allCases.map(\.rawValue))),
        ("language", .nullableString), ("isQuote", .boolean), ("footnotes", .array(.string)),
        ("sources", .array(source)),
    ])

    static let schemas: [Schema.Named] = [
        ("Reports", .object([("reports", .array(.object(common)))])),
        (
            "Report",
            .object(
                common + [
                    ("isPart", .boolean),
                    (
                        "sections",
                        .array(
                            .object([
                                ("key", .string), ("title", .string), ("level", .integer),
                                (
                                    "paragraphs",
                                    .array(
                                        .object([
                                            ("id", .integer), ("version", .integer), ("headingLevel", .nullableInteger),
                                            ("sentences", .array(sentence)),
                                        ]))
                                ),
                            ]))
                    ),
                ])
        ),
        (
            "ReportGaps",
            .object([
                (
                    "gaps",
                    .array(
                        .object([
                            ("kind", .choice(ReportGap.Kind.allCases.map(\.rawValue))), ("due", .nullableString),
                            ("sourceKind", .string), ("sourceID", .integer), ("sourceLabel", .string),
                        ]))
                )
            ])
        ),
    ]
}
