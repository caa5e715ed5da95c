import Domain
import Locales
import Markup

extension View {
    /// A label, the field that `control` writes, and a hint; `control` is told the hint's id.
    package func field(
        _ id: String, _ label: String, hint: String? = nil, style: String = "", control: (String?) -> Void
    ) {
        html.element(.div, .class(style.isEmpty ? "entry" : "entry " + style)) {
            html.element(.label, .class("label"), .for(id), text: label)
            control(hint == nil ? nil : id + "-hint")
            if let hint { html.element(.p, .class("hint"), .id(id + "-hint"), text: hint) }
        }
    }

    package func textField(
        _ name: String, _ label: String, _ value: String, hint: String? = nil, list: String? = nil,
        type: String = "text", most: Int = 500, direction: String = "auto", style: String = ""
    ) {
        field(name, label, hint: hint, style: style) { hint in
            html.empty(
                .input, .class("input"), .type(type), .id(name), .name(name), .value(value), .custom("list", list),
                .maxlength(most), .autocomplete("off"), .dir(direction), .describedBy(hint))
        }
    }

    package func textArea(
        _ name: String, _ label: String, _ value: String, language: String, rows: Int, style: String = ""
    ) {
        field(name, label, style: style) { hint in
            html.element(
                .textarea, .class("input words"), .id(name), .name(name), .custom("rows", rows), .lang(language),
                .dir("auto"), .describedBy(hint)
            ) {
                // A line end that stands first is dropped by browsers: one more is written.
                if value.hasPrefix("\n") || value.hasPrefix("\r") { html.text("\n") }
                html.text(value)
            }
        }
    }

    package func select(
        _ name: String, _ label: String, _ options: [(value: String, text: String)], chosen: String,
        hint: String? = nil,
        style: String = ""
    ) {
        field(name, label, hint: hint, style: style) { hint in
            html.element(.select, .class("select"), .id(name), .name(name), .describedBy(hint)) {
                for option in options {
                    html.element(
                        .option, .value(option.value), .selected(option.value == chosen), text: option.text)
                }
            }
        }
    }

    package func checkbox(_ name: String, _ label: String, isOn: Bool) {
        html.element(.div, .class("entry tickable")) {
            html.empty(.input, .type("checkbox"), .id(name), .name(name), .value("yes"), .checked(isOn))
            html.element(.label, .for(name), text: label)
        }
    }

    /// The button that sends a form; with a name where a form has several.
    package func submitButton(_ text: String, name: String? = nil, value: String = "yes", isPlain: Bool = false) {
        html.element(
            .button, .class(isPlain ? "button plain" : "button"), .type("submit"), .custom("name", name),
            .custom("value", name == nil ? nil : value), text: text)
    }

    package func hiddenField(_ name: String, _ value: String) {
        html.empty(.input, .type("hidden"), .name(name), .value(value))
    }

    /// What went wrong, before the form it is about.
    package func problem(_ text: String) {
        html.element(.div, .class("notice problem"), .role("alert")) { html.element(.p, text: text) }
    }

    /// What was done, after a form sent the reader here.
    package func done(_ text: String) {
        html.element(.div, .class("notice done"), .role("status")) { html.element(.p, text: text) }
    }
}
