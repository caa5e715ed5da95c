import Domain
import Frame
import Markup
import People
import Watches

/// Questions that somebody who is signed in follows: letters go to the address of her account.
enum OwnWatches {
    private static let said = Parameter(
        name: "said", form: .choice(["added", "stopped"]), summary: "What was just done")

    static func routes(_ watches: Watches) -> [Route] {
        [
            .desk("account-watches", "/account/watches", Parameter.watched + [said]) { signed throws(WebError) in
                try await page(signed, watches)
            },
            .form("account-watches-add", "/account/watches") { signed, form throws(WebError) in
                try await add(signed, form, watches)
            },
            .form("account-watches-stop", "/account/watches/{id}/stop", [.id]) { signed, _ throws(WebError) in
                guard let id = Int64(signed.exchange.value("id")) else { throw .notFound }
                do throws(WorkspaceError) { try await watches.stop(id, by: signed.session.account.id) } catch {
                    throw WebError(error)
                }
                return .seeOther(View(signed).address("/account/watches", [("said", "stopped")]))
            },
        ]
    }

    private static func page(_ signed: Signed, _ watches: Watches) async throws(WebError) -> Answer {
        let own: [Watch]
        do throws(WorkspaceError) { own = try await watches.own(signed.session.account.id) } catch {
            throw WebError(error)
        }
        let view = View(signed)
        let question = signed.exchange.watched
        var head = PageHead(title: view.say("watch.own.title"))
        head.crumbs = [(view.address("/account"), view.say("nav.account"))]
        return await view.page(head) {
            if let said = signed.exchange.query.first("said") { view.done(view.say("watch.own.said.\(said)")) }
            view.pageHead(view.say("watch.own.title"), lead: view.say("watch.own.lead"))
            if signed.session.account.email == nil { view.problem(view.say("watch.own.noAddress")) }
            if !question.isEmpty,
                signed.exchange.query.items.contains(where: { $0.name != "said" && $0.name != "lang" })
            {
                view.adding(question)
            }
            view.list(own)
        }
    }

    private static func add(_ signed: Signed, _ form: Query, _ watches: Watches) async throws(WebError) -> Answer {
        guard let pace = Watch.Pace(rawValue: form.first("pace") ?? "") else {
            throw .invalid([.init(name: "pace", allowed: Watch.Pace.allCases.map(\.rawValue).joined(separator: ", "))])
        }
        let question = WatchQuestion(form.items.map { ($0.name, $0.value) })
        do throws(WorkspaceError) {
            try await watches.follow(
                question, pace: pace, language: signed.exchange.language, by: signed.session.account.id)
        } catch { throw WebError(error) }
        return .seeOther(View(signed).address("/account/watches", [("said", "added")]))
    }
}

extension View {
    fileprivate func adding(_ question: WatchQuestion) {
        section("add", say("watch.own.add")) {
            html.element(.p) { html.element(.strong, text: self.question(question)) }
            form("/account/watches", button: say("watch.own.button")) {
                for (name, value) in question.parameters { hiddenField(name, value) }
                pace()
            }
        }
    }

    fileprivate func list(_ own: [Watch]) {
        guard !own.isEmpty else {
            return empty(say("watch.own.none")) { html.element(.p) { link(address("/search"), say("watch.toSearch")) } }
        }
        section("own", say("watch.own.list")) {
            table(say("watch.own.list")) {
                headRow([(say("watch.question"), false), (say("watch.pace"), false), (say("watch.own.stop"), false)])
                html.element(.tbody) {
                    for watch in own {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) {
                                link(
                                    address(watch.question.place.path, watch.question.place.parameters),
                                    self.question(watch.question))
                            }
                            html.element(.td, text: say("watch.pace.\(watch.pace.rawValue)"))
                            html.element(.td) {
                                form(
                                    "/account/watches/\(watch.id)/stop", button: say("watch.own.stop"), style: "",
                                    isPlain: true)
                            }
                        }
                    }
                }
            }
        }
    }
}
