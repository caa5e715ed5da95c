import Domain
import Frame
import Locales
import Markup
import Plans
import Reports
import Rounds

/// The frozen result of a round: a page to read and print, and files.
enum RoundResult {
    static let freeze = Parameter(
        name: "freeze", form: .integer(1...1_000), summary: "Which of several frozen results; the last where absent.")

    private static func frozen(_ visit: Visit, _ rounds: Rounds) async throws(WebError) -> FrozenRound {
        let id: RoundID = try visit.id()
        let number = visit.exchange.query.first("freeze").flatMap { Int($0) }
        return try await visit.run { () throws(WorkspaceError) in
            try await rounds.frozen(id, number: number, visit.member)
        }
    }

    static func page(_ visit: Visit, _ rounds: Rounds) async throws(WebError) -> Answer {
        let frozen = try await frozen(visit, rounds)
        let view = View(visit)
        var head = PageHead(title: view.say("round.result.title"), place: .round)
        let path = visit.path("/round/\(frozen.round)")
        head.crumbs = [
            (view.address(visit.path("/round")), view.say("round.title")), (view.address(path), frozen.title),
        ]
        return await view.page(head) { write(view, visit, frozen, path) }
    }

    private static func write(_ view: View, _ visit: Visit, _ frozen: FrozenRound, _ path: String) {
        let html = view.html
        let report = frozen.document.map { $0.symbol?.printed ?? $0.title ?? "" } ?? view.say("round.reportGone")
        view.pageHead(kicker: "\(frozen.title) · \(report)", view.say("round.result.title"))
        html.element(.p) {
            view.write(
                "round.result.frozen",
                ["number": .number(frozen.freeze.number), "when": .text(view.moment(frozen.freeze.at))]
            ) { _ in html.element(.bdi, text: frozen.freeze.by) }
        }
        if let because = frozen.freeze.reopenedBecause {
            html.element(.p, .class("notice")) {
                view.write("round.result.reopened") { _ in html.element(.q, .dir("auto"), text: because) }
            }
        }
        if frozen.isIntact == false { view.problem(view.say("round.result.altered")) }
        view.numbers([
            (frozen.entries.count, view.say("round.column.all"), nil),
            (frozen.count(.supported), view.say("position.supported"), nil),
            (frozen.count(.noted), view.say("position.noted"), nil),
        ])
        html.element(.p, .class("actions no-print")) {
            let items = [("freeze", String(frozen.freeze.number))]
            view.link(view.address(path + "/result.csv", items), "CSV")
            view.link(view.address(path + "/result.json", items), "JSON")
        }
        for group in frozen.groups { write(group, view, visit, path) }
        html.element(.p, .class("fine"), text: view.say("round.result.digest", ["digest": .text(frozen.freeze.digest)]))
    }

    private static func write(_ group: FrozenRound.Group, _ view: View, _ visit: Visit, _ path: String) {
        let html = view.html
        html.element(.section, .class("section result-group")) {
            html.element(.h2) {
                view.position(group.position)
                html.text(" ")
                view.write("round.paragraphs", ["count": .number(group.entries.count)])
            }
            if group.isInReport {
                html.element(.p, text: view.say("round.result.inReport"))
            } else if group.reason.isEmpty {
                html.element(.p, text: view.say("round.result.noReason"))
            } else {
                html.element(.p, .class("quote written"), .dir("auto"), text: group.reason)
            }
            html.element(.ul, .class("result-list")) {
                for entry in group.entries {
                    html.element(.li) {
                        view.link(view.address(path + "/paragraphs/\(entry.paragraph)"), entry.name)
                        html.text(" ")
                        let text =
                            entry.texts[view.exchange.language] ?? entry.texts[visit.workspace.language]
                            ?? entry.texts.min { $0.key < $1.key }?.value ?? ""
                        html.element(.span, .dir("auto"), text: text)
                    }
                }
            }
        }
    }

    static func csv(_ visit: Visit, _ rounds: Rounds) async throws(WebError) -> Answer {
        let frozen = try await frozen(visit, rounds)
        let language = visit.workspace.language
        let head = ["paragraph", "position", "reason", "in_report", "text", "recommendation"]
        let rows = frozen.entries.map { entry -> [SheetCell] in
            [
                .text(entry.name), .text(entry.position.rawValue), .text(entry.reason),
                .text(entry.isInReport ? "yes" : "no"),
                .text(entry.texts[language] ?? entry.texts.min { $0.key < $1.key }?.value ?? ""),
                .number(Int(entry.recommendation.value)),
            ]
        }
        let sheet = Sheet(name: "result", rows: [head.map { .text($0) }] + rows)
        return file(sheet.csv, "text/csv; charset=utf-8", "round-\(frozen.round)-\(frozen.freeze.number).csv")
    }

    static func json(_ visit: Visit, _ rounds: Rounds) async throws(WebError) -> Answer {
        let frozen = try await frozen(visit, rounds)
        let json = JSONWriter()
        write(frozen, json)
        return file(json.bytes, "application/json", "round-\(frozen.round)-\(frozen.freeze.number).json")
    }

    private static func file(_ bytes: [UInt8], _ type: String, _ name: String) -> Answer {
        Answer(
            contentType: type, body: .bytes(bytes), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
    }

    /// The schema `FrozenRound`.
    static func write(_ frozen: FrozenRound, _ json: JSONWriter) {
        json.object {
            json.member("round", Int(frozen.round.value))
            json.member("title", frozen.title)
            json.member("document", frozen.document?.symbol?.printed)
            json.member("number", frozen.freeze.number)
            json.member("edition", frozen.freeze.edition)
            json.member("frozenAt", frozen.freeze.at)
            json.member("frozenBy", frozen.freeze.by)
            json.member("reopenedAt", frozen.freeze.reopenedAt)
            json.member("digest", frozen.freeze.digest)
            json.array("groups") {
                for group in frozen.groups {
                    json.object {
                        json.member("position", group.position.rawValue)
                        json.member("reason", group.reason)
                        json.member("inReport", group.isInReport)
                        json.array("paragraphs") { for entry in group.entries { write(entry, json) } }
                    }
                }
            }
        }
    }

    private static func write(_ entry: FrozenRound.Entry, _ json: JSONWriter) {
        json.object {
            json.member("paragraph", entry.name)
            json.member("recommendation", Int(entry.recommendation.value))
            json.object("texts") {
                for (language, text) in entry.texts.sorted(by: { $0.key < $1.key }) {
                    json.member(language.rawValue, text)
                }
            }
        }
    }
}
