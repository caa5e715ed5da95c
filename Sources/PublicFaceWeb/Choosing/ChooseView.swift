import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Where a coordinator chooses what everybody may see: part by part and field by field, and what waits to be confirmed.
struct ChooseView {
    let visit: Visit
    let view: View
    let desk: PublicDesk

    private var html: HTMLWriter { view.html }

    /// `trouble` is the key of why something was not done.
    static func answer(
        _ visit: Visit, _ faces: PublicFaces, trouble: String? = nil
    ) async throws(WebError) -> Answer {
        let desk = try await visit.run { () throws(WorkspaceError) in try await faces.desk(visit.member) }
        let view = View(visit)
        let choose = ChooseView(visit: visit, view: view, desk: desk)
        let head = PageHead(title: view.say("workspace.nav.public"), place: .publicFace)
        return await view.page(head, status: trouble == nil ? 200 : 409) { choose.write(trouble) }
    }

    private func write(_ trouble: String?) {
        view.pageHead(view.say("workspace.nav.public"), lead: view.say("publicFace.choose.lead"))
        if let trouble { view.problem(view.say(trouble)) } else { view.faceSaid() }
        standing()
        waiting()
        choices()
        ways()
        words()
        batches()
    }

    private func standing() {
        html.element(.p, .class("notice")) {
            html.text(view.say(desk.isOpen ? "publicFace.choose.isOpen" : "publicFace.choose.isClosed"))
            html.text(" ")
            if desk.isOpen {
                view.link(view.address("/public/\(visit.workspace.slug)"), view.say("publicFace.choose.look"))
            }
        }
        html.element(.p, .class("hint"), text: view.say("publicFace.choose.assessments"))
    }

    private func waiting() {
        guard let batch = desk.batch, !batch.lines.isEmpty else { return }
        view.section(
            "waiting", view.say("publicFace.waiting.title"),
            view.say("publicFace.waiting.lead", ["n": .number(batch.lines.count)])
        ) {
            ChooseLines(view: view, zone: visit.workspace.timeZone).list(batch.lines)
            html.element(.p) {
                html.element(
                    .a, .class("button"), .href(view.address(visit.path("/public/preview/public"))),
                    text: view.say("publicFace.preview.go"))
            }
            view.workForm(view.address(visit.path("/public/drop")), style: "inline", version: batch.version) {
                view.submitButton(view.say("publicFace.waiting.drop"), isPlain: true)
            }
        }
    }

    private func choices() {
        view.section("choices", view.say("publicFace.choose.title"), view.say("publicFace.choose.stages")) {
            view.workForm(view.address(visit.path("/public/choose"))) {
                for part in PublicPart.allCases {
                    let fields = part.fields.filter { visit.workspace.kind == .mechanism || !$0.isOfMechanisms }
                    if !fields.isEmpty { self.part(part, fields) }
                }
                html.element(.p) { view.submitButton(view.say("publicFace.choose.keep")) }
            }
        }
    }

    private func part(_ part: PublicPart, _ fields: [PublicField]) {
        html.element(.fieldset) {
            html.element(.legend, text: view.say("publicFace.part.\(part.rawValue)"))
            for field in fields {
                view.select(
                    field.rawValue, view.say("publicFace.field.\(field.rawValue)"),
                    PublicStage.allCases.map { ($0.rawValue, view.say("publicFace.stage.\($0.rawValue)")) },
                    chosen: desk.pending.stage(field).rawValue, hint: hint(field))
            }
        }
    }

    /// What it stands under, where that is let out less far.
    private func hint(_ field: PublicField) -> String? {
        let stage = desk.pending.stage(field)
        guard !field.under.isEmpty, field.under.allSatisfy({ desk.pending.stage($0) < stage }) else { return nil }
        let names = field.under.map { view.say("publicFace.field.\($0.rawValue)") }
        return view.say("publicFace.choose.under", ["field": .text(names.joined(separator: " / "))])
    }

    private func ways() {
        view.section("items", view.say("publicFace.items.title"), view.say("publicFace.items.lead")) {
            html.element(.ul, .class("face-rows")) {
                for kind in PublicKind.allCases where kind != .recommendation {
                    html.element(.li) {
                        view.link(
                            view.address(visit.path("/public/items"), [("kind", kind.rawValue)]),
                            view.say("publicFace.kinds.\(kind.rawValue)"))
                    }
                }
            }
            html.element(.p) {
                for stage in [PublicStage.everybody, .partners] {
                    view.link(
                        view.address(visit.path("/public/preview/\(stage.rawValue)")),
                        view.say("publicFace.preview.as.\(stage.rawValue)"))
                    html.text(" · ")
                }
                view.link(view.address(visit.path("/public/seen")), view.say("publicFace.seen.link"))
                if visit.may(.removePublished) {
                    html.text(" · ")
                    view.link(view.address(visit.path("/public/remove")), view.say("publicFace.remove.title"))
                }
            }
        }
    }

    private func words() {
        view.section("words", view.say("publicFace.words.title")) {
            view.workForm(view.address(visit.path("/public/describe")), version: desk.version) {
                view.checkbox("open", view.say("publicFace.words.open"), isOn: desk.isOpen)
                view.textArea(
                    "about", view.say("publicFace.words.about"), desk.about,
                    language: visit.workspace.language.rawValue,
                    rows: 4)
                view.textArea(
                    "contact", view.say("publicFace.words.contact"), desk.contact,
                    language: visit.workspace.language.rawValue, rows: 2)
                html.element(.p) { view.submitButton(view.say("publicFace.words.keep")) }
            }
        }
    }

    private func batches() {
        view.section("batches", view.say("publicFace.batches.title"), view.say("publicFace.batches.lead")) {
            if desk.done.isEmpty { html.element(.p, .class("soft"), text: view.say("publicFace.batches.none")) }
            for batch in desk.done {
                html.element(.details, .class("fold")) {
                    html.element(.summary, text: summary(batch))
                    ChooseLines(view: view, zone: visit.workspace.timeZone).list(batch.lines)
                    if batch.status == .confirmed {
                        view.workForm(view.address(visit.path("/public/undo"))) {
                            view.hiddenField("batch", String(batch.id))
                            html.element(.p) { view.submitButton(view.say("publicFace.batches.undo"), isPlain: true) }
                        }
                    }
                }
            }
        }
    }

    private func summary(_ batch: PublicBatch) -> String {
        let key =
            batch.status == .undone
            ? "publicFace.batches.undone"
            : batch.reverses == nil ? "publicFace.batches.one" : "publicFace.batches.reverse"
        return view.say(
            key,
            [
                "date": .text(CalendarDate((batch.confirmed ?? batch.made).prefix(10)).map { view.date($0) } ?? ""),
                "who": .text(batch.confirmedBy ?? batch.madeBy), "n": .number(batch.lines.count),
            ])
    }
}

/// Lines of a batch in words.
struct ChooseLines {
    let view: View
    let zone: String

    func list(_ lines: [PublicBatch.Line]) {
        view.html.element(.ul, .class("face-rows")) {
            for line in lines {
                view.html.element(
                    .li,
                    text: view.say(
                        "publicFace.line",
                        [
                            "what": .text(name(line.target)), "before": .text(words(line.before, line.target)),
                            "after": .text(words(line.after, line.target)),
                        ]))
            }
        }
    }

    private func name(_ target: PublicBatch.Target) -> String {
        switch target {
        case .field(let field): view.say("publicFace.field.\(field.rawValue)")
        case .item(let key):
            view.say(
                "publicFace.numbered",
                [
                    "kind": .text(view.say("publicFace.kind.\(key.kind.rawValue)")), "number": .number(Int(key.id)),
                ])
        }
    }

    func words(_ exception: PublicChoices.Exception, _ target: PublicBatch.Target) -> String {
        var isField = false
        if case .field = target { isField = true }
        let stage =
            exception.stage.map { view.say("publicFace.stage.\($0.rawValue)") }
            ?? view.say(isField ? "publicFace.stage.draft" : "publicFace.stage.default")
        guard let embargo = exception.embargo, let local = Embargo.local(embargo, zone: zone) else { return stage }
        return view.say(
            "publicFace.embargoed",
            [
                "stage": .text(stage), "date": .text(CalendarDate(local.day).map { view.date($0) } ?? local.day),
                "time": .text(local.time),
            ])
    }
}

extension View {
    /// What a form did, after it sent the reader here.
    func faceSaid() {
        if let key = exchange.query.first("said"), words.has("publicFace.said.\(key)") {
            done(say("publicFace.said.\(key)"))
        }
    }
}
