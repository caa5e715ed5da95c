import Cooperation
import Domain
import Frame
import Locales
import Markup

/// Funds that everybody may read.
enum FundPublicView {
    static func list(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let funds: [FundRecord]
        do throws(WorkspaceError) { funds = try await cooperation.funds.published(.everybody) } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        let head = PageHead(
            title: view.say("fund.public.title"), summary: view.say("fund.public.lead"), section: .cooperation)
        return await view.page(head) {
            view.pageHead(view.say("fund.public.title"), lead: view.say("fund.public.lead"))
            if funds.isEmpty {
                view.empty(view.say("fund.none.title")) { view.html.element(.p, text: view.say("fund.none.text")) }
            }
            for record in funds {
                view.section("fund-\(record.fund.id)", record.fund.name) {
                    if let actor = record.actor { view.html.element(.p) { view.actor(actor) } }
                    FundFacts(view: view).calls(record.calls) { _ in view.address("/funds/\(record.fund.id)") }
                }
            }
        }
    }

    static func one(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        guard let id = FundID(exchange.value("id")) else { throw .notFound }
        let found: FundRecord
        do throws(WorkspaceError) { found = try await cooperation.funds.published(id, .everybody) } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        var head = PageHead(title: found.fund.name, section: .cooperation)
        head.crumbs = [(view.address("/funds"), view.say("fund.public.title"))]
        return await view.page(head) {
            view.html.element(.div, .class("head")) {
                if let actor = found.actor { view.html.element(.p, .class("kicker")) { view.actor(actor) } }
                view.html.element(.h1, .lang(found.fund.language.rawValue), .dir("auto"), text: found.fund.name)
            }
            let facts = FundFacts(view: view)
            facts.fund(found.fund)
            if found.calls.isEmpty { facts.calls([]) { _ in nil } }
            for call in found.calls {
                view.section("call-\(call.id)", call.title) { facts.call(call, language: found.fund.language) }
            }
        }
    }

    static func json(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let funds: [FundRecord]
        do throws(WorkspaceError) { funds = try await cooperation.funds.published(.everybody) } catch {
            throw WebError(error)
        }
        let json = JSONWriter()
        json.object {
            json.array("funds") { for record in funds { write(record, json) } }
        }
        return .json(json.bytes)
    }

    private static func write(_ record: FundRecord, _ json: JSONWriter) {
        json.object {
            json.member("id", Int(record.fund.id.value))
            json.member("name", record.fund.name)
            json.member("actor", record.actor?.name)
            json.array("calls") {
                for call in record.calls {
                    json.object {
                        json.member("id", Int(call.id.value))
                        json.member("title", call.title)
                        json.member("opens", call.opens?.description)
                        json.member("closes", call.closes?.description)
                        json.member("ceiling", call.ceiling.map { Int($0.minor) })
                        json.member("currency", call.ceiling?.currency.rawValue)
                        json.array("kinds", of: call.kinds.map(\.rawValue))
                        json.array("states", of: call.eligible.states.map(\.rawValue))
                        json.array("groups", of: call.eligible.groups)
                        json.member("needsConsent", call.needsConsent)
                        json.member("cancelled", call.isCancelled)
                    }
                }
            }
        }
    }

    static let schemas: [Schema.Named] = [
        (
            "Funds",
            .object([
                (
                    "funds",
                    .array(
                        .object([
                            ("id", .integer), ("name", .string), ("actor", .nullableString),
                            (
                                "calls",
                                .array(
                                    .object([
                                        ("id", .integer), ("title", .string), ("opens", .nullableString),
                                        ("closes", .nullableString), ("ceiling", .nullableInteger),
                                        ("currency", .nullableString), ("kinds", .array(.string)),
                                        ("states", .array(.string)), ("groups", .array(.string)),
                                        ("needsConsent", .boolean), ("cancelled", .boolean),
                                    ]))
                            ),
                        ]))
                )
            ])
        )
    ]
}
