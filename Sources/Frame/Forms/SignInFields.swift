import Markup
import People

extension View {
    /// A password: never written back. `isNew` tells the browser to offer one of its own.
    package func passwordField(_ name: String, _ label: String, hint: String? = nil, isNew: Bool = false) {
        field(name, label, hint: hint) { hint in
            html.empty(
                .input, .class("input"), .type("password"), .id(name), .name(name),
                .autocomplete(isNew ? "new-password" : "current-password"), .maxlength(200), .dir("ltr"),
                .describedBy(hint), .required)
        }
    }

    /// An e-mail address to sign in with.
    package func addressField(_ name: String, _ label: String, _ value: String, hint: String? = nil) {
        field(name, label, hint: hint) { hint in
            html.empty(
                .input, .class("input"), .type("email"), .id(name), .name(name), .value(value),
                .autocomplete("username"), .maxlength(254), .dir("ltr"), .describedBy(hint), .required)
        }
    }

    /// A code of an authenticator, or one from paper.
    package func codeField(_ name: String, _ label: String, hint: String) {
        field(name, label, hint: hint) { hint in
            html.empty(
                .input, .class("input"), .type("text"), .id(name), .name(name), .autocomplete("one-time-code"),
                .maxlength(40), .dir("ltr"), .describedBy(hint), .required)
        }
    }

    /// A form of this site with its button; `token` where somebody is signed in.
    package func form(
        _ path: String, button: String, style: String = "fields", isPlain: Bool = false, content: () -> Void = {}
    ) {
        html.element(
            .form, .class(style), .method("post"), .action(address(path)), .custom("accept-charset", "utf-8")
        ) {
            if let session { hiddenField(Signed.tokenField, session.csrf) }
            content()
            html.element(.p) {
                html.element(.button, .class(isPlain ? "button plain" : "button"), .type("submit"), text: button)
            }
        }
    }
}
