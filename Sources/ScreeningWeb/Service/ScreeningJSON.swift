import Domain
import Frame
import Locales
import Markup
import Screening

/// Screenings in the API: answers of each side as they were handed in, corrections beside what they correct.
enum ScreeningJSON {
    static func questions(_ exchange: Exchange, _ screenings: Screenings) -> Answer {
        let view = View(exchange)
        let json = JSONWriter()
        json.object {
            json.array("editions") {
                for edition in screenings.questions.editions {
                    json.object {
                        json.member("edition", edition.code)
                        json.member("source", edition.source)
                        json.array("questions") {
                            for section in edition.sections {
                                for question in section.questions { write(question, section, view, json) }
                            }
                        }
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func write(
        _ question: ScreeningQuestion, _ section: ScreeningSection, _ view: View, _ json: JSONWriter
    ) {
        json.object {
            json.member("key", question.key)
            json.member("section", section.key)
            json.member("text", view.questionText(question.key))
            json.member("guidance", view.guideText(question.key))
            json.array("answers", of: question.replies.map(\.rawValue))
            json.array("risks", of: question.risks.map(\.rawValue))
            json.array("evidence", of: question.evidence)
            json.array("sources", of: question.sources)
        }
    }

    static func list(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let list = try await visit.run { () throws(WorkspaceError) in try await screenings.list(visit.member) }
        let json = JSONWriter()
        json.object {
            json.array("screenings") {
                for entry in list.own {
                    json.object {
                        head(entry.screening, entry.title, json)
                        json.member("last", entry.state.last?.day.description)
                        json.member("next", entry.state.next?.day.description)
                        json.member("late", entry.state.isLate)
                        json.member("risksOpen", entry.state.risksOpen)
                        json.member("risksOverdue", entry.state.risksOverdue)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func head(_ screening: ScreeningCase, _ title: String?, _ json: JSONWriter) {
        json.member("id", Int(screening.id.value))
        json.member("subject", screening.subject.kind.rawValue)
        json.member("subjectId", Int(screening.subject.id))
        json.member("title", title)
    }

    static func one(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        let whole = try await visit.run { () throws(WorkspaceError) in try await screenings.find(id, visit.member) }
        let view = View(visit)
        let json = JSONWriter()
        json.object {
            head(whole.screening, whole.title, json)
            json.array("sides") {
                for party in whole.parties {
                    json.object {
                        json.member("workspace", Int(party.workspace.value))
                        json.member("name", party.name)
                        json.member("standing", party.standing.rawValue)
                    }
                }
            }
            json.array("moments") {
                for moment in whole.moments {
                    json.object {
                        json.member("id", Int(moment.id.value))
                        json.member("kind", moment.kind.rawValue)
                        json.member("day", moment.day.description)
                        json.member("edition", moment.edition)
                        json.member("note", moment.note)
                        json.array("unanswered", of: unanswered(whole, moment))
                    }
                }
            }
            answers(whole, view, json)
            risks(whole, json)
        }
        return .json(json.bytes)
    }

    private static func unanswered(_ whole: ScreeningWhole, _ moment: ScreeningMoment) -> [String] {
        whole.findings(at: moment).unanswered.map(\.question.key)
    }

    private static func answers(_ whole: ScreeningWhole, _ view: View, _ json: JSONWriter) {
        let sides = Dictionary(whole.sides.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        json.array("answers") {
            for answer in whole.answers {
                json.object {
                    json.member("id", Int(answer.id))
                    json.member("moment", Int(answer.moment.value))
                    json.member("question", answer.question)
                    json.member("side", sides[answer.side].map { view.sideName($0) } ?? "")
                    json.member("workspace", Int(answer.side.workspace.value))
                    json.member("contributor", answer.side.contributor)
                    json.member("answer", answer.reply.rawValue)
                    json.member("reason", answer.reason)
                    json.member("evidence", answer.evidence)
                    json.member("link", answer.link)
                    json.member("saidBy", answer.saidBy)
                    json.member("at", answer.at)
                }
            }
        }
    }

    private static func risks(_ whole: ScreeningWhole, _ json: JSONWriter) {
        json.array("risks") {
            for risk in whole.risks {
                json.object {
                    json.member("id", Int(risk.id.value))
                    json.member("moment", Int(risk.moment.value))
                    json.member("question", risk.question)
                    json.member("text", risk.title)
                    json.member("raisedBy", risk.raiserName)
                    json.member("owner", risk.ownerName)
                    json.member("institution", risk.institutionName)
                    json.member("due", risk.due?.description)
                    json.member("status", risk.status.rawValue)
                    json.member("reason", risk.reason)
                }
            }
        }
    }

    static let schemas: [Schema.Named] = [
        (
            "ScreeningQuestion",
            .object([
                ("key", .string), ("section", .string), ("text", .string), ("guidance", .string),
                ("answers", .array(.string)), ("risks", .array(.string)), ("evidence", .array(.string)),
                ("sources", .array(.string)),
            ])
        ),
        (
            "ScreeningEdition",
            .object([
                ("edition", .string), ("source", .string), ("questions", .array(.reference("ScreeningQuestion"))),
            ])
        ),
        ("ScreeningQuestions", .object([("editions", .array(.reference("ScreeningEdition")))])),
        (
            "ScreeningEntry",
            .object([
                ("id", .integer), ("subject", .string), ("subjectId", .integer), ("title", .nullableString),
                ("last", .nullableString), ("next", .nullableString), ("late", .boolean), ("risksOpen", .integer),
                ("risksOverdue", .integer),
            ])
        ),
        ("Screenings", .object([("screenings", .array(.reference("ScreeningEntry")))])),
        (
            "ScreeningSide", .object([("workspace", .integer), ("name", .string), ("standing", .string)])
        ),
        (
            "ScreeningMoment",
            .object([
                ("id", .integer), ("kind", .string), ("day", .string), ("edition", .string), ("note", .string),
                ("unanswered", .array(.string)),
            ])
        ),
        (
            "ScreeningAnswer",
            .object([
                ("id", .integer), ("moment", .integer), ("question", .string), ("side", .string),
                ("workspace", .integer), ("contributor", .nullableInteger), ("answer", .string), ("reason", .string),
                ("evidence", .string), ("link", .string), ("saidBy", .nullableString), ("at", .string),
            ])
        ),
        (
            "ScreeningRisk",
            .object([
                ("id", .integer), ("moment", .integer), ("question", .nullableString), ("text", .string),
                ("raisedBy", .string), ("owner", .string), ("institution", .nullableString),
                ("due", .nullableString), ("status", .string), ("reason", .string),
            ])
        ),
        (
            "Screening",
            .object([
                ("id", .integer), ("subject", .string), ("subjectId", .integer), ("title", .nullableString),
                ("sides", .array(.reference("ScreeningSide"))), ("moments", .array(.reference("ScreeningMoment"))),
                ("answers", .array(.reference("ScreeningAnswer"))), ("risks", .array(.reference("ScreeningRisk"))),
            ])
        ),
    ]
}
