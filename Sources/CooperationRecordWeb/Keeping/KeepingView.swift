import CooperationRecords
import Domain
import Frame
import Locales
import Markup
import People

/// All facts of a State as whoever keeps them sees them: drafts, what is published, what was taken out, files that were taken in.
struct KeepingView {
    let view: View
    let place: FactPlace
    let facts: [StateFact]
    let imports: [(file: StateFactImport, rejections: [FactRejection])]
    let suggestions: [StateFactContent]

    static func answer(
        _ place: FactPlace, _ records: StateCooperation, trouble: String? = nil, status: Int = 200
    ) async throws(WebError) -> Answer {
        let facts = try await place.run { () throws(WorkspaceError) in
            try await records.kept(place.state, place.keeper)
        }
        let imports = try await place.run { () throws(WorkspaceError) in
            try await records.imports(place.state, place.keeper)
        }
        var suggestions: [StateFactContent] = []
        if let visit = place.visit {
            suggestions = try await place.run { () throws(WorkspaceError) in
                try await records.suggestions(visit.member)
            }
        }
        let view = place.view
        let page = KeepingView(
            view: view, place: place, facts: facts, imports: imports, suggestions: suggestions)
        return await view.page(place.head(view, view.say("stateFact.keeping"), isList: true), status: status) {
            page.write(trouble)
        }
    }

    private var html: HTMLWriter { view.html }

    private func write(_ trouble: String?) {
        view.pageHead(
            kicker: view.stateName(place.state), view.say("stateFact.keeping"), lead: view.say("stateFact.keepingLead"))
        if let trouble {
            view.problem(trouble)
        } else if let said = place.exchange.query.first("said"), view.words.has("stateFact.said.\(said)") {
            view.done(view.say("stateFact.said.\(said)"))
        }
        html.element(.p) {
            view.link(
                view.address("/states/\(PercentCoding.encode(place.state.rawValue))/cooperation"),
                view.say("stateFact.publicPage"))
        }
        adding()
        proposals()
        list()
        files()
    }

    private func adding() {
        view.section("add", view.say("stateFact.add")) {
            html.element(
                .form, .class("fields"), .method("get"), .action(view.address(place.path + "/new"))
            ) {
                if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
                view.select(
                    "kind", view.say("stateFact.field.kind"),
                    StateFactKind.Group.allCases.flatMap { group in
                        group.kinds.map { ($0.rawValue, view.factGroup(group) + " · " + view.factKind($0)) }
                    }, chosen: StateFactKind.ratification.rawValue)
                html.element(.p) { view.submitButton(view.say("stateFact.begin"), isPlain: true) }
            }
        }
    }

    private func proposals() {
        guard !suggestions.isEmpty else { return }
        view.section("proposals", view.say("stateFact.proposals"), view.say("stateFact.proposalsLead")) {
            html.element(.ul) {
                for (number, content) in suggestions.enumerated() {
                    html.element(.li) {
                        html.element(
                            .a,
                            .href(
                                view.address(
                                    place.path + "/new",
                                    [("kind", content.kind.rawValue), ("suggestion", "\(number + 1)")]))
                        ) {
                            html.text(view.factKind(content.kind))
                            html.text(" · ")
                            html.element(.bdi, text: content.about)
                            if let day = content.day {
                                html.text(" · ")
                                html.text(view.date(day))
                            }
                        }
                    }
                }
            }
        }
    }

    private func list() {
        view.section("facts", view.say("stateFact.kept")) {
            if facts.isEmpty {
                view.empty(view.say("stateFact.empty")) {
                    html.element(.p, text: view.say("stateFact.emptyText"))
                }
                return
            }
            if facts.contains(where: { $0.standing == "draft" }) {
                view.workForm(view.address(place.path + "/publish-all")) {
                    html.element(.p) { view.submitButton(view.say("stateFact.publishAll"), isPlain: true) }
                }
            }
            view.table(view.say("stateFact.kept")) {
                view.headRow([
                    (view.say("stateFact.fact"), false), (view.say("stateFact.day"), false),
                    (view.say("stateFact.source"), false), (view.say("stateFact.enteredBy"), false),
                    (view.say("stateFact.standing"), false),
                ])
                html.element(.tbody) { for fact in facts.prefix(Self.shownMax) { row(fact) } }
            }
            if facts.count > Self.shownMax {
                html.element(
                    .p, .class("hint"),
                    text: view.say(
                        "stateFact.shown", ["count": .number(Self.shownMax), "all": .number(facts.count)]))
            }
        }
    }

    /// A page stays under 100 KB; the file has everything.
    private static let shownMax = 150

    private func row(_ fact: StateFact) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(.a, .href(view.address("\(place.path)/facts/\(fact.id?.description ?? "")"))) {
                    FactLine(view: view).name(fact)
                }
            }
            html.element(.td, text: view.factDay(fact.content.day))
            html.element(.td) { view.factSource(fact) }
            html.element(.td) { html.element(.bdi, text: view.keeperName(fact.enteredBy)) }
            html.element(.td, text: view.say("stateFact.standing.\(fact.standing)"))
        }
    }

    private func files() {
        view.section("files", view.say("stateFact.import"), view.say("stateFact.importLead")) {
            html.element(
                .p, .class("hint"),
                text: view.say(
                    "stateFact.import.columnsAre",
                    ["columns": .text(FactColumn.allCases.map(\.rawValue).joined(separator: ", "))]))
            html.element(
                .form, .class("fields"), .method("post"), .action(view.address(place.path + "/import")),
                .custom("enctype", "multipart/form-data")
            ) {
                view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
                view.field(
                    "file", view.say("stateFact.import.file"),
                    hint: view.say(
                        "stateFact.import.hint", ["most": .number(StateFactLimits.importBytesMax >> 20)])
                ) { hint in
                    html.empty(
                        .input, .class("input"), .type("file"), .id("file"), .name("file"),
                        .custom("accept", ".csv,.xlsx"), .describedBy(hint))
                }
                html.element(.p) { view.submitButton(view.say("stateFact.import"), isPlain: true) }
            }
            for entry in imports { file(entry.file, entry.rejections) }
        }
    }

    private func file(_ file: StateFactImport, _ rejections: [FactRejection]) {
        html.element(.h3) { html.element(.bdi, text: file.name) }
        html.element(.p) {
            html.text(
                view.say(
                    "stateFact.import.done",
                    [
                        "read": .number(file.rowsRead), "made": .number(file.rowsMade),
                        "known": .number(file.rowsKnown), "rejected": .number(file.rowsRejected),
                    ]))
            html.text(" ")
            html.element(.span, .class("soft"), text: view.moment(file.made))
        }
        if !rejections.isEmpty {
            view.table(view.say("stateFact.import.rejections")) {
                view.headRow([
                    (view.say("stateFact.import.row"), true), (view.say("stateFact.import.column"), false),
                    (view.say("stateFact.import.value"), false), (view.say("stateFact.import.reason"), false),
                ])
                html.element(.tbody) {
                    for rejection in rejections {
                        html.element(.tr) {
                            html.element(.td, .class("n"), text: view.number(rejection.row))
                            html.element(.td) { html.element(.code, text: rejection.field) }
                            html.element(.td) { html.element(.bdi, text: rejection.value) }
                            html.element(
                                .td,
                                text: view.words.has(rejection.reason)
                                    ? view.say(rejection.reason) : view.say("stateFact.import.refused"))
                        }
                    }
                }
            }
        }
        if file.undone == nil, file.rowsMade > 0 {
            view.workForm(view.address("\(place.path)/imports/\(file.id)/undo")) {
                html.element(.p) { view.submitButton(view.say("stateFact.import.undo"), isPlain: true) }
            }
        } else if file.undone != nil {
            html.element(.p, .class("hint"), text: view.say("stateFact.importUndone"))
        }
    }
}
