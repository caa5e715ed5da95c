import Frame
import Locales
import Markup

/// What this is, in whose words, and what its numbers mean.
enum AboutView {
    private static let parts = ["what", "mechanisms", "positions", "numbers", "people", "languages"]

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let view = View(exchange)
        return await view.page(PageHead(title: view.say("about.title"))) {
            view.html.element(.div, .class("read prose")) {
                view.html.element(.h1, text: view.say("about.title"))
                view.html.element(.p, .class("lead"), text: view.say("about.lead"))
                for part in parts {
                    view.html.element(.h2, .id(part), text: view.say("about.\(part).title"))
                    view.html.element(.p, text: view.say("about.\(part).text"))
                }
                view.html.element(.p) { view.link(view.address("/sources"), view.say("about.sources")) }
            }
        }
    }
}

/// How programs ask: the API in a few lines.
enum DevelopersView {
    private static let examples = [
        "/api/v1/recommendations?q=detention&position=supported&limit=5",
        "/api/v1/recommendations?facets=theme&limit=1", "/api/v1/states", "/api/v1/openapi.json",
    ]

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let view = View(exchange)
        return await view.page(PageHead(title: view.say("developers.title"))) {
            view.html.element(.div, .class("read prose")) {
                view.html.element(.h1, text: view.say("developers.title"))
                view.html.element(.p, .class("lead"), text: view.say("developers.lead"))
                view.html.element(.h2, text: view.say("developers.try"))
                view.html.element(.ul) {
                    for example in examples {
                        view.html.element(.li) {
                            view.html.element(.a, .href(example), .dir("ltr")) {
                                view.html.element(.code, text: example)
                            }
                        }
                    }
                }
                for part in ["rules", "exports"] {
                    view.html.element(.h2, text: view.say("developers.\(part).title"))
                    view.html.element(.p, text: view.say("developers.\(part).text"))
                }
            }
        }
    }
}
