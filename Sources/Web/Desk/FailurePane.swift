import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// A file that could not be read: why, and what to do now.
struct FailurePane {
    let view: View
    let signed: Signed
    let reading: Reading

    func write() {
        view.empty(view.say("failure.title")) {
            if let failure = reading.failure {
                view.html.element(.p, text: view.failure(failure))
            }
            if hasNoAdvice { view.html.element(.p, .class("hint"), text: view.say("failure.text")) }
            AgainForm(view: view, signed: signed, reading: reading, canHelp: canHelp).write()
        }
    }

    /// Whether the reason alone does not say what to do.
    private var hasNoAdvice: Bool {
        switch reading.failure?.code {
        case .unreadable, .damaged, .other, nil: true
        default: false
        }
    }

    /// Whether the same file can be read otherwise.
    private var canHelp: Bool {
        switch reading.failure?.code {
        case .oldWord, .notADocument, .passwordProtected, .empty: false
        default: true
        }
    }
}

extension View {
    /// Why a file could not be read, and what to do, as a sentence.
    func failure(_ failure: ReadingFailure) -> String {
        say("failureReason.\(failure.code.rawValue)", ["detail": .text(String((failure.detail ?? "").prefix(300)))])
    }
}

/// Has a file read again, otherwise than before; or takes it off the desk.
struct AgainForm {
    let view: View
    let signed: Signed
    let reading: Reading
    /// False where the same file would fail again.
    var canHelp = true

    private var html: HTMLWriter { view.html }

    func write() {
        if canHelp { again() }
        guard signed.isCoordinator, reading.counts.accepted == 0 else { return }
        html.element(
            .form, .class("remove"), .method("post"), .action(view.address("/desk/\(reading.id)/remove"))
        ) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            html.element(.p) {
                html.element(.button, .class("button plain"), .type("submit"), text: view.say("failure.remove"))
            }
        }
    }

    private func again() {
        html.element(.form, .class("fields"), .method("post"), .action(view.address("/desk/\(reading.id)/again"))) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            html.element(.div, .class("pair")) {
                view.select(
                    "kind", view.say("facts.kind"), [("", view.say("upload.byItself"))] + view.documentKinds,
                    chosen: reading.facts?.kind.rawValue ?? "")
                view.select(
                    "language", view.say("facts.language"),
                    [("", view.say("upload.byItself"))] + view.documentLanguages,
                    chosen: reading.facts?.language.rawValue ?? "")
            }
            view.checkbox(
                "recognise", view.say("upload.recognise"), isOn: reading.failure?.code == .scannedRecognisable)
            html.element(.p) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("failure.again"))
            }
        }
    }
}
