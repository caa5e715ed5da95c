import Domain
import Frame
import Locales
import Markup
import People
import Store

/// Messages of a workspace: what waits, what left, what is in trouble and why.
enum OutboxRoutes {
    static func all(_ outbox: WorkspaceOutbox) -> [Route] {
        [
            .workspace("outbox", "/outbox", [status, before], right: .manageSettings) { visit throws(WebError) in
                let query = visit.exchange.query
                let asked = query.first("status").flatMap(OutboxEntry.Status.init)
                do throws(WorkspaceError) {
                    let page = try await outbox.page(
                        visit.member, asked, before: query.first("before").flatMap { Int64($0) })
                    return await OutboxView.answer(visit, asked, page)
                } catch { throw WebError(error) }
            },
            .workspaceForm("outbox-retry", "/outbox", right: .manageSettings) { visit, _ throws(WebError) in
                do throws(WorkspaceError) {
                    let count = try await outbox.retry(visit.member)
                    return .seeOther(View(visit).address(visit.path("/outbox"), [("tried", String(count))]))
                } catch { throw WebError(error) }
            },
        ]
    }

    private static let status = Parameter(
        name: "status", place: .query, form: .choice(OutboxEntry.Status.allCases.map(\.rawValue)),
        summary: "Only messages of this status.")
    private static let before = Parameter(
        name: "before", place: .query, form: .integer(1...Int.max), summary: "Below this number.")
}

/// The page of it.
enum OutboxView {
    static func answer(
        _ visit: Visit, _ asked: OutboxEntry.Status?, _ page: WorkspaceOutbox.Page
    ) async -> Answer {
        let view = View(visit)
        var top = PageHead(title: view.say("outbox.title"), place: .outbox, isWide: true)
        top.path = visit.path("/outbox")
        return await view.page(top) {
            view.pageHead(view.say("outbox.title"), lead: view.say("outbox.lead"))
            if let tried = visit.exchange.query.first("tried").flatMap({ Int($0) }) {
                view.done(view.say("outbox.tried", ["count": .number(tried)]))
            }
            counts(visit, page, view)
            if page.entries.isEmpty {
                view.empty(view.say("outbox.none")) {
                    view.html.element(.p, text: view.say("outbox.noneHelp"))
                }
            } else {
                table(page, view)
            }
            if page.counts[.failed] ?? 0 > 0 || page.entries.contains(where: { $0.trouble != nil }) {
                retry(visit, view)
            }
            if let next = page.next {
                let status = asked.map { [("status", $0.rawValue)] } ?? []
                view.html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
                    view.html.element(
                        .a, .href(view.address(visit.path("/outbox"), status + [("before", String(next))])),
                        .rel("next"), text: view.say("pager.next"))
                }
            }
        }
    }

    private static func counts(_ visit: Visit, _ page: WorkspaceOutbox.Page, _ view: View) {
        view.numbers(
            OutboxEntry.Status.allCases.map { status in
                (
                    page.counts[status] ?? 0, view.say("outbox.status.\(status.rawValue)"),
                    view.address(visit.path("/outbox"), [("status", status.rawValue)])
                )
            })
    }

    private static func table(_ page: WorkspaceOutbox.Page, _ view: View) {
        let html = view.html
        view.table(view.say("outbox.title")) {
            view.headRow([
                (view.say("outbox.number"), true), (view.say("outbox.made"), false), (view.say("outbox.kind"), false),
                (view.say("outbox.to"), false), (view.say("outbox.status"), false),
            ])
            html.element(.tbody) {
                for entry in page.entries {
                    html.element(.tr) {
                        html.element(.td, .class("n"), text: view.number(Int(entry.id)))
                        html.element(.td, text: view.moment(entry.made))
                        html.element(.td, text: kind(entry.message.kind, view))
                        html.element(.td) { html.element(.bdi, text: entry.message.address) }
                        html.element(.td) { status(entry, view) }
                    }
                }
            }
        }
    }

    private static func kind(_ kind: String, _ view: View) -> String {
        let key = "outbox.kind.\(kind)"
        return view.words.has(key) ? view.say(key) : kind
    }

    private static func status(_ entry: OutboxEntry, _ view: View) {
        let html = view.html
        html.text(view.say("outbox.status.\(entry.status.rawValue)"))
        if let sent = entry.sent { html.element(.p, .class("hint"), text: view.moment(sent)) }
        guard let trouble = entry.trouble else { return }
        html.element(.p, .class("hint")) {
            html.text(view.say("outbox.attempts", ["count": .number(entry.attempts)]))
            html.text(" ")
            html.element(.bdi, .lang("en"), text: trouble)
        }
    }

    private static func retry(_ visit: Visit, _ view: View) {
        guard let session = visit.session else { return }
        let html = view.html
        html.element(.form, .method("post"), .action(view.address(visit.path("/outbox")))) {
            view.hiddenField(Signed.tokenField, session.csrf)
            html.element(.p) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("outbox.retry"))
            }
        }
    }
}
