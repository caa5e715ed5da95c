import Consultations
import Domain
import Frame
import Locales
import Markup

/// The way back for somebody without an account: what became of a contribution, and taking it back.
enum ReceiptView {
    static func ask(_ exchange: Exchange) async -> Answer { await page(exchange, nil, nil) }

    static func look(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let receipt = try await receipt(exchange)
        do throws(WorkspaceError) {
            let (contribution, value) = try await consultations.contribution(receipt: receipt)
            return await page(exchange, (receipt, contribution, value), nil)
        } catch {
            guard error == .notFound else { throw WebError(error) }
            return await page(exchange, nil, "consultation.receipt.unknown")
        }
    }

    static func withdraw(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let receipt = try await receipt(exchange)
        do throws(WorkspaceError) {
            try await consultations.withdraw(receipt: receipt)
            let (contribution, value) = try await consultations.contribution(receipt: receipt)
            return await page(exchange, (receipt, contribution, value), nil)
        } catch {
            switch error {
            case .notFound: return await page(exchange, nil, "consultation.receipt.unknown")
            case .invalid: return await page(exchange, nil, "consultation.withdrawnAlready")
            default: throw WebError(error)
            }
        }
    }

    private static func receipt(_ exchange: Exchange) async throws(WebError) -> String {
        let form = try await FormReader.read(exchange.incoming)
        return String(form.words("receipt").filter { !$0.isWhitespace }.prefix(100))
    }

    private static func page(
        _ exchange: Exchange, _ found: (receipt: String, contribution: Contribution, consultation: Consultation)?,
        _ trouble: String?
    ) async -> Answer {
        let view = View(exchange)
        let html = view.html
        var head = PageHead(title: view.say("consultation.receipt"))
        head.crumbs = [(view.address("/consultations"), view.say("consultation.title"))]
        head.path = "/consultations/receipt"
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(view.say("consultation.receipt"), lead: view.say("consultation.receipt.lead"))
            if let trouble { view.problem(view.say(trouble)) }
            if let found {
                html.element(
                    .p, .lang(found.consultation.content.language.rawValue), .dir("auto"),
                    text: found.consultation.content.title)
                html.element(
                    .p, .class("notice"), text: view.say("consultation.status.\(found.contribution.status.rawValue)"))
                ContributionEntry(view: view, contribution: found.contribution, sessions: []).write()
                if found.contribution.status != .withdrawn {
                    html.element(
                        .form, .class("fields"), .method("post"),
                        .action(view.address("/consultations/receipt/withdraw"))
                    ) {
                        view.hiddenField("receipt", found.receipt)
                        html.element(.p, text: view.say("consultation.withdrawText"))
                        html.element(.p) { view.submitButton(view.say("consultation.withdraw"), isPlain: true) }
                    }
                }
            } else {
                html.element(
                    .form, .class("fields"), .method("post"), .action(view.address("/consultations/receipt"))
                ) {
                    view.textField(
                        "receipt", view.say("consultation.receipt.field"), "", most: 100, direction: "ltr")
                    html.element(.p) { view.submitButton(view.say("consultation.receipt.look")) }
                }
            }
        }
    }
}
