import Domain
import FollowUp
import Frame
import Locales
import Markup
import People
import Plans

/// The evidence of an object on its page, and the form that adds to it.
struct EvidencePart {
    let subject: Subject
    let visit: Visit
    let evidence: [Evidence]

    init(_ subject: Subject, _ plans: Plans, _ visit: Visit) async throws(WorkspaceError) {
        self.subject = subject
        self.visit = visit
        evidence = try await plans.evidence.all(of: subject, visit.member)
    }

    func write(_ view: View) {
        let html = view.html
        view.section("evidence", view.say("evidence.title")) {
            if evidence.isEmpty {
                html.element(.p, text: view.say(visit.may(.seeInternal) ? "evidence.none" : "evidence.nonePublic"))
            } else {
                html.element(.ul, .class("plain-list")) {
                    for item in evidence {
                        html.element(.li) {
                            html.element(
                                .a, .href(view.address(visit.path("/progress/evidence/\(item.id)"))), .dir("auto"),
                                text: item.title)
                            html.text(" ")
                            view.clearanceMark(item.clearance)
                            html.element(.span, .class("hint"), text: " " + view.evidenceReach(item))
                        }
                    }
                }
            }
            if visit.may(.reportProgress) { Self.form(subject, view, visit) }
        }
    }

    private static func form(_ subject: Subject, _ view: View, _ visit: Visit) {
        let html = view.html
        html.element(.details) {
            html.element(.summary, text: view.say("evidence.add"))
            fields(subject, view, visit, TypedForm())
        }
    }

    /// The form itself; with what was typed where it comes back.
    static func fields(_ subject: Subject, _ view: View, _ visit: Visit, _ typed: TypedForm) {
        view.evidenceForm(visit.path("/progress/evidence"), typed: typed) {
            view.hiddenField("on", subject.description)
            view.textField(
                "title", view.say("field.title"), typed.value("title", nil), most: Evidence.titleCharactersMax)
            view.checkbox("public", view.say("evidence.mayBePublic"), isOn: typed.isOn("public", false))
        }
    }
}

extension View {
    /// Whether others see it, and why not.
    func evidenceReach(_ evidence: Evidence) -> String {
        if evidence.isWithdrawn { return say("evidence.withdrawn") }
        return evidence.isPublic ? say("evidence.public") : say("evidence.notPublic")
    }

    /// A form that brings a file or a link. Fields stand before the file, so that they are known when it arrives.
    func evidenceForm(
        _ path: String, version: Int? = nil, typed: TypedForm = TypedForm(), fields: () -> Void
    ) {
        html.element(
            .form, .class("fields"), .method("post"), .custom("enctype", "multipart/form-data"), .action(address(path))
        ) {
            hiddenField(Signed.tokenField, session?.csrf ?? "")
            if let version { hiddenField(Conflict.versionField, String(version)) }
            fields()
            textField(
                "link", say("evidence.link"), typed.value("link", nil), hint: say("evidence.linkHint"), type: "url",
                most: EvidenceFolder.linkCharactersMax, direction: "ltr")
            field("file", say("evidence.file"), hint: say("evidence.fileHint")) { hint in
                html.empty(.input, .class("input"), .type("file"), .id("file"), .name("file"), .describedBy(hint))
            }
            html.element(.p) { submitButton(say("evidence.save")) }
        }
    }

    /// `1.2 MB`: rounded for reading.
    func fileSize(_ bytes: Int) -> String {
        bytes < 1_000_000
            ? say("evidence.kilobytes", ["n": .number(max(1, bytes / 1_000))])
            : say("evidence.megabytes", ["n": .number((bytes + 500_000) / 1_000_000)])
    }
}
