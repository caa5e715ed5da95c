import Assessments
import Domain
import Frame
import Locales
import Markup
import People

/// Installations whose packages were taken, and the form for another.
struct SourcesView {
    let view: View
    let signed: Signed
    let sources: [AssessmentSource]

    static func answer(
        _ signed: Signed, _ assessments: Assessments, trouble: String? = nil
    ) async throws(WebError) -> Answer {
        guard signed.isCoordinator else { throw .forbidden }
        let sources = try await WebError.running { () throws(WorkspaceError) in try await assessments.sources() }
        let view = View(signed)
        var head = PageHead(title: view.say("assess.sources"))
        head.crumbs = [(view.address("/desk"), view.say("desk.title"))]
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            SourcesView(view: view, signed: signed, sources: sources).write(trouble)
        }
    }

    private var html: HTMLWriter { view.html }

    private func write(_ trouble: String?) {
        view.pageHead(view.say("assess.sources"), lead: view.say("assess.sourcesLead"))
        if let trouble {
            view.problem(trouble)
        } else if view.exchange.query.first("said") == "received" {
            view.done(
                view.say(
                    "assess.package.received",
                    [
                        "count": .number(Int(view.exchange.query.first("n") ?? "") ?? 0),
                        "unplaced": .number(Int(view.exchange.query.first("unplaced") ?? "") ?? 0),
                    ]))
        }
        form()
        view.section("sources", view.say("assess.sourcesKnown")) {
            if sources.isEmpty {
                html.element(.p, .class("none"), text: view.say("assess.sourcesNone"))
            }
            for source in sources { one(source) }
        }
    }

    private func form() {
        html.element(
            .form, .class("fields"), .method("post"), .action(view.address("/desk/assessments")),
            .custom("enctype", "multipart/form-data")
        ) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            view.textField(
                "fingerprint", view.say("assess.fingerprintField"), "", hint: view.say("assess.fingerprintHint"),
                most: 200, direction: "ltr")
            view.field("file", view.say("assess.packageField")) { hint in
                html.empty(
                    .input, .class("input"), .type("file"), .id("file"), .name("file"), .describedBy(hint))
            }
            html.element(.p) { view.submitButton(view.say("assess.receive")) }
        }
    }

    private func one(_ source: AssessmentSource) {
        html.element(.article, .class("source-entry")) {
            html.element(.h3, .dir("auto"), text: source.name)
            html.element(.p, .class("hint")) {
                html.text(
                    view.say(
                        "assess.sourceLine",
                        ["day": .text(view.dayOf(source.received)), "number": .number(Int(source.sequence))]))
            }
            html.element(
                .p, .class("fingerprint"), .dir("ltr"), text: KeyFingerprint.of(source.publicKey) ?? "")
            if let why = source.droppedWhy {
                html.element(.p, .dir("auto"), text: view.say("assess.droppedBecause", ["why": .text(why)]))
            }
            view.workForm(view.address("/desk/assessments/\(source.id)/drop"), version: source.version) {
                if source.dropped == nil {
                    view.field("why-\(source.id)", view.say("assess.dropWhy")) { hint in
                        html.empty(
                            .input, .class("input"), .type("text"), .id("why-\(source.id)"), .name("why"),
                            .maxlength(1_000), .dir("auto"), .describedBy(hint))
                    }
                    html.element(.p) { view.submitButton(view.say("assess.drop"), isPlain: true) }
                } else {
                    view.hiddenField("takeUp", "yes")
                    html.element(.p) { view.submitButton(view.say("assess.takeUp"), isPlain: true) }
                }
            }
        }
    }
}
