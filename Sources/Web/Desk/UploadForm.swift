import Domain
import Frame
import Locales
import Markup

/// The form that brings documents: files, and what the reader of them knows better than their first page.
struct UploadForm {
    let view: View
    let token: String

    private var html: HTMLWriter { view.html }

    /// What the file chooser offers first. Whatever else comes is looked at, too.
    private static let accepted =
        ".pdf,.docx,.odt,.rtf,.html,.htm,.txt,application/pdf,"
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    func write() {
        html.element(
            .form, .class("fields card"), .method("post"), .action(view.address("/desk")),
            .custom("enctype", "multipart/form-data")
        ) {
            view.hiddenField(Signed.tokenField, token)
            view.field("files", view.say("upload.files"), hint: view.say("upload.filesHint")) { hint in
                html.empty(
                    .input, .class("input"), .type("file"), .id("files"), .name("files"), .multiple(true), .required,
                    .custom("accept", Self.accepted), .describedBy(hint))
            }
            html.element(.details) {
                html.element(.summary, text: view.say("upload.more"))
                html.element(.div, .class("pair")) {
                    view.select(
                        "kind", view.say("facts.kind"), [("", view.say("upload.byItself"))] + view.documentKinds,
                        chosen: "")
                    view.select(
                        "language", view.say("facts.language"),
                        [("", view.say("upload.byItself"))] + view.documentLanguages, chosen: "")
                }
                view.checkbox("recognise", view.say("upload.recognise"), isOn: false)
            }
            html.element(.p) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("upload.button"))
            }
            html.element(.ol, .class("steps")) {
                for step in ["read", "review", "record"] { html.element(.li, text: view.say("upload.step.\(step)")) }
            }
        }
    }
}

extension View {
    /// Kinds of document by name.
    var documentKinds: [(value: String, text: String)] {
        DocumentKind.allCases.map { ($0.rawValue, say("documentKind.\($0.rawValue)")) }
    }

    /// The languages that documents are read in, each in itself.
    var documentLanguages: [(value: String, text: String)] {
        ["en", "fr", "es", "ru", "ar", "zh"].map { ($0, names.endonym($0)) }
    }
}
