import Locales
import Markup

/// The page for whatever went wrong: what happened, and what to do next.
enum ErrorView {
    /// Stands in where no route matched.
    static let route = Route(
        name: "none", pattern: "/", kind: .page, summary: "", contentType: "text/html"
    ) { _ throws(WebError) in throw .notFound }

    static func answer(_ error: WebError, _ exchange: Exchange) async -> Answer {
        let view = View(exchange)
        // What does not fit stands in a form that was sent, or else in the address.
        let name = error.name == "invalid" && exchange.incoming.method == .post ? "invalidForm" : error.name
        let title = view.say("error.\(name).title")
        var answer = await view.page(PageHead(title: title), status: error.status) {
            view.html.element(.div, .class("read prose")) {
                view.html.element(
                    .p, .class("kicker"), text: view.say("error.status", ["status": .text("\(error.status)")]))
                view.html.element(.h1, text: title)
                view.html.element(.p, .class("lead"), text: view.say("error.\(name).detail"))
                if case .invalid(let fields) = error { wrong(fields, view) }
                if error == .secondFactorNeeded {
                    view.html.element(.p) {
                        view.link(view.address("/account/second-factor"), view.say("error.secondFactorNeeded.way"))
                    }
                }
                view.searchBox(query: "", isBig: false)
                view.html.element(.p) { view.link(view.address("/"), view.say("error.home")) }
            }
        }
        answer.caching = .never
        answer.headers = error.headers
        return answer
    }

    private static func wrong(_ fields: [WebError.Field], _ view: View) {
        view.html.element(.ul) {
            for field in fields {
                view.html.element(.li) {
                    view.write("error.field") { slot in
                        if slot == "field" {
                            view.html.element(.code, text: field.name)
                        } else {
                            allowed(field.allowed, view)
                        }
                    }
                }
            }
        }
    }

    /// A message where there is one of this name, else the words of the API.
    private static func allowed(_ text: String, _ view: View) {
        if view.words.has(text) {
            view.write(text)
        } else {
            view.html.element(.span, .lang("en"), .dir("ltr"), text: text)
        }
    }
}
