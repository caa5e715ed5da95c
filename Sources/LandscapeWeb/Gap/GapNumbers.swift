import Domain
import Frame
import Landscape
import Locales
import Markup

/// The large numbers of a page of the gap.
struct GapNumbers {
    let place: GapPlace
    let scope: GapScope

    private var view: View { place.view }

    func write(recommendations: Int, issues: Int?, sums: GapSums) {
        view.html.element(.dl, .class("numbers")) {
            number(recommendations, "gap.number.recommendations", place.recommendations(scope))
            if let issues { number(issues, "gap.number.issues", place.issues(.all, scope)) }
            number(sums.needs, "gap.number.needs", place.rows(.needs, scope))
            number(sums.offers, "gap.number.offers", place.rows(.offers, scope))
            number(sums.programmes, "gap.number.programmes", place.rows(.programmes, scope))
            number(sums.agreements, "gap.number.agreements", place.rows(.agreements, scope))
        }
    }

    private func number(_ value: Int?, _ key: String, _ address: String) {
        view.html.element(.div) {
            view.html.element(.dt, text: view.say(key))
            view.html.element(.dd) { place.count(value, address) }
        }
    }
}

/// The same numbers as files and for programs.
struct GapFiles {
    let place: GapPlace
    let scope: GapScope

    func write() {
        let view = place.view
        let items = GapPlace.items(scope)
        let service = place.visit?.apiPath("/gap") ?? "/api/v1/cooperation"
        view.html.element(.p, .class("export")) {
            view.html.text(view.say("gap.files"))
            for (name, path) in [
                ("CSV", place.base + ".csv"), ("XLSX", place.base + ".xlsx"), ("JSON", service),
            ] {
                view.html.text(" ")
                view.link(view.address(path, items), name)
            }
        }
    }
}
