import Domain
import Frame
import Markup
import People
import Watches

/// Following a question by mail, without an account: asking, saying yes with a letter's link, and ending it with one.
enum WatchPages {
    private static let token = Parameter(name: "token", form: .text(charactersMax: 200), summary: "The letter's token")
    private static let said = Parameter(
        name: "said", form: .choice(["asked", "confirmed", "ended"]), summary: "What was just done")

    static func routes(_ watches: Watches) -> [Route] {
        [
            open("watch", "/watch", Parameter.watched + [said]) { exchange throws(WebError) in
                await page(exchange)
            },
            open("watch-form", "/watch", method: .post) { exchange throws(WebError) in try await ask(exchange, watches)
            },
            open("watch-confirm", "/watch/confirm", [token]) { exchange throws(WebError) in
                try await confirming(exchange, watches)
            },
            open("watch-confirm-form", "/watch/confirm", method: .post) { exchange throws(WebError) in
                try await confirm(exchange, watches)
            },
            open("watch-end", "/watch/end", [token]) { exchange throws(WebError) in try await ending(exchange, watches)
            },
            open("watch-end-form", "/watch/end", method: .post) { exchange throws(WebError) in
                try await end(exchange, watches)
            },
        ]
    }

    /// A page for strangers. Forms are taken from this site's own pages alone.
    private static func open(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], method: Route.Method = .read,
        handler: @escaping Route.Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, method: method, kind: .page, parameters: parameters, summary: "",
            contentType: "text/html"
        ) { exchange throws(WebError) in
            guard
                method == .read
                    || SameOrigin.holds(exchange.incoming, publicAddress: exchange.site.publicAddress)
            else { throw .foreignForm }
            return try await handler(exchange)
        }
    }

    private static func frame(
        _ view: View, _ title: String, path: String = "/watch", status: Int = 200, content: () -> Void
    ) async -> Answer {
        var head = PageHead(title: title)
        head.path = path
        var answer = await view.page(head, status: status) {
            view.html.element(.div, .class("read prose")) {
                view.html.element(.h1, text: title)
                content()
            }
        }
        answer.guardForms()
        return answer
    }

    private static func page(
        _ exchange: Exchange, trouble: String? = nil, form: WatchQuestion? = nil, address: String = ""
    ) async -> Answer {
        let view = View(exchange)
        let question = form ?? exchange.watched
        return await frame(view, view.say("watch.title"), status: trouble == nil ? 200 : 400) {
            if let said = exchange.query.first("said") { view.done(view.say("watch.said.\(said)")) }
            if let trouble { view.problem(view.say(trouble)) }
            guard !question.isEmpty else {
                view.html.element(.p, .class("lead"), text: view.say("watch.none"))
                view.html.element(.p) { view.link(view.address("/search"), view.say("watch.toSearch")) }
                return
            }
            view.html.element(.p, .class("lead"), text: view.say("watch.lead.\(question.subject.rawValue)"))
            view.html.element(.p) { view.html.element(.strong, text: view.question(question)) }
            view.form("/watch", button: view.say("watch.ask")) {
                for (name, value) in question.parameters { view.hiddenField(name, value) }
                view.textField(
                    "email", view.say("watch.email"), address, hint: view.say("watch.email.hint"), type: "email",
                    most: 254)
                view.pace()
            }
            view.html.element(.p, .class("hint"), text: view.say("watch.kept"))
            view.html.element(.p) {
                view.link(view.address(question.feed.path, question.feed.parameters), view.say("watch.feed"))
                view.html.text(" · ")
                view.link(view.address("/account/watches", question.parameters), view.say("watch.member"))
            }
        }
    }

    private static func ask(_ exchange: Exchange, _ watches: Watches) async throws(WebError) -> Answer {
        let form = try await FormReader.read(exchange.incoming)
        let question = WatchQuestion(form.items.map { ($0.name, $0.value) })
        guard let pace = Watch.Pace(rawValue: form.first("pace") ?? "") else {
            throw .invalid([.init(name: "pace", allowed: Watch.Pace.allCases.map(\.rawValue).joined(separator: ", "))])
        }
        let address = String((form.first("email") ?? "").prefix(EmailAddress.lengthMax))
        do throws(WorkspaceError) {
            try await watches.ask(
                question, address: address, pace: pace, language: exchange.language,
                from: exchange.incoming.source)
        } catch {
            guard case .invalid(let troubles) = error, let trouble = troubles.first else { throw WebError(error) }
            return await page(exchange, trouble: trouble.allowed, form: question, address: address)
        }
        return .seeOther(View(exchange).address("/watch", [("said", "asked")]))
    }

    private static func confirming(_ exchange: Exchange, _ watches: Watches) async throws(WebError) -> Answer {
        let token = exchange.query.first("token") ?? ""
        let watch = try await found { () throws(WorkspaceError) in try await watches.asked(token: token) }
        let view = View(exchange)
        return await frame(
            view, view.say("watch.confirm.title"), path: "/watch/confirm", status: watch == nil ? 404 : 200
        ) {
            guard let watch else { return view.html.element(.p, .class("lead"), text: view.say("watch.useless")) }
            view.html.element(.p, text: view.say("watch.confirm.lead"))
            view.html.element(.p) { view.html.element(.strong, text: view.question(watch.question)) }
            view.form("/watch/confirm", button: view.say("watch.confirm.button")) { view.hiddenField("token", token) }
        }
    }

    private static func confirm(_ exchange: Exchange, _ watches: Watches) async throws(WebError) -> Answer {
        let token = try await FormReader.read(exchange.incoming).first("token") ?? ""
        let isDone: Bool
        do throws(WorkspaceError) { isDone = try await watches.confirm(token: token) } catch { throw WebError(error) }
        guard isDone else { throw .notFound }
        return .seeOther(View(exchange).address("/watch", [("said", "confirmed")]))
    }

    /// A button rather than the link itself: programs that look through mail follow links.
    private static func ending(_ exchange: Exchange, _ watches: Watches) async throws(WebError) -> Answer {
        let token = exchange.query.first("token") ?? ""
        let watch = try await found { () throws(WorkspaceError) in try await watches.running(token: token) }
        let view = View(exchange)
        return await frame(view, view.say("watch.end.title"), path: "/watch/end", status: watch == nil ? 404 : 200) {
            guard let watch else { return view.html.element(.p, .class("lead"), text: view.say("watch.end.gone")) }
            view.html.element(.p, text: view.say("watch.end.lead"))
            view.html.element(.p) { view.html.element(.strong, text: view.question(watch.question)) }
            view.form("/watch/end", button: view.say("watch.end.button")) { view.hiddenField("token", token) }
        }
    }

    private static func end(_ exchange: Exchange, _ watches: Watches) async throws(WebError) -> Answer {
        let token = try await FormReader.read(exchange.incoming).first("token") ?? ""
        do throws(WorkspaceError) { try await watches.end(token: token) } catch { throw WebError(error) }
        return .seeOther(View(exchange).address("/watch", [("said", "ended")]))
    }

    private static func found(
        _ body: () async throws(WorkspaceError) -> Watch?
    ) async throws(WebError) -> Watch? {
        do throws(WorkspaceError) { return try await body() } catch { throw WebError(error) }
    }
}

extension View {
    func pace() {
        select(
            "pace", say("watch.pace"), Watch.Pace.allCases.map { ($0.rawValue, say("watch.pace.\($0.rawValue)")) },
            chosen: Watch.Pace.daily.rawValue)
    }
}
