import Domain
import Frame
import Landscape
import Locales
import Markup

/// The fields that narrow a picture of the gap.
struct GapFilterForm {
    let place: GapPlace
    /// Where the form leads.
    let path: String
    let scope: GapScope
    /// What can be narrowed here; the rest of the scope is the page's own.
    let fields: Set<Field>

    enum Field { case state, theme, group, person }

    private var view: View { place.view }

    func write() {
        view.html.element(.form, .class("narrowing"), .method("get"), .action(path)) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            let names = view.names
            if fields.contains(.state) {
                select(
                    "state", "cooperation.state", scope.state?.rawValue,
                    view.stateNames(names.codes(.state).map { StateCode($0) }).map { ($0.code.rawValue, $0.name) })
            }
            if fields.contains(.theme) {
                select(
                    "theme", "cooperation.theme", scope.theme, names.codes(.theme).map { ($0, view.name(.theme, $0)) })
            }
            if fields.contains(.group) {
                select(
                    "group", "gap.group", scope.group,
                    (names.codes(.region) + names.codes(.group)).map { ($0, view.name(.group, $0)) })
            }
            if fields.contains(.person) {
                select(
                    "person", "gap.person", scope.person, names.codes(.person).map { ($0, view.name(.person, $0)) })
            }
            view.html.element(.p) { view.submitButton(view.say("cooperation.filter"), isPlain: true) }
        }
    }

    private func select(_ name: String, _ key: String, _ chosen: String?, _ options: [(String, String)]) {
        view.select(
            name, view.say(key), [("", view.say("cooperation.any"))] + options.map { (value: $0.0, text: $0.1) },
            chosen: chosen ?? "")
    }
}
