import Domain
package import Frame
import Locales
import Markup

/// The ways to hear of what is new on a page: its feed, and letters.
package struct Following: Sendable {
    /// As `/watch` takes it: what is followed, then what it is narrowed by.
    let subject: String
    let feed: String
    let narrowing: [(String, String)]

    /// `subject` is what the page of watches calls it; `feed` the address of the feed, from the root.
    package init(_ subject: String, feed: String, _ narrowing: [(String, String)] = []) {
        self.subject = subject
        self.feed = feed
        self.narrowing = narrowing
    }

    /// For the head of the page.
    package func address(_ view: View) -> String { view.address(feed, narrowing) }

    /// Links, where the program has these pages.
    package func write(_ view: View) {
        let html = view.html
        html.element(.p, .class("hint")) {
            html.element(
                .a, .href(address(view)), .rel("alternate"), .type("application/atom+xml"),
                text: view.say("follow.feed"))
            guard view.exchange.site.pages.contains("/watch") else { return }
            html.text(" · ")
            view.link(view.address("/watch", [("of", subject)] + narrowing), view.say("follow.mail"))
        }
    }
}
