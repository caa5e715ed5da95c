import Domain
import Frame
import Locales
import Markup
import Operations

/// The names of a communication, shown once to a coordinator who asked for them. There is no address to come back to.
enum SealedNamesView {
    private static let namesMax = 500

    static func answer(_ signed: Signed) async throws(WebError) -> Answer {
        let question = try ReviewQuestion(signed.exchange)
        let names: [String]
        do { names = try await signed.exchange.site.desk.unseal(question.reading, by: signed.caller) } catch {
            throw WebError(error)
        }
        let view = View(signed)
        var head = PageHead(title: view.say("sealed.title"))
        head.path = question.path
        head.crumbs = [(view.address("/desk"), view.say("nav.desk"))]
        return await view.page(head) {
            view.html.element(.div, .class("read prose")) {
                view.html.element(.h1, text: view.say("sealed.title"))
                view.html.element(.p, .class("lead"), text: view.say("sealed.lead"))
                view.html.element(.ul) {
                    for name in names.prefix(namesMax) {
                        view.html.element(.li, .dir("auto"), text: String(name.prefix(200)))
                    }
                }
                view.html.element(.p) { view.link(question.address(view), view.say("facts.back")) }
            }
        }
    }
}
