package import Domain
import Markup

/// One sum somebody writes: a budget of a period, a planned disbursement or a transaction.
package struct MoneyDraft: Hashable, Sendable {
    package var kind: MoneyKind
    package var amount: String
    /// ISO 4217.
    package var currency: String
    package var day: CalendarDate?
    /// The period's last day, for budgets.
    package var end: CalendarDate?
    package var text: String

    package init(
        kind: MoneyKind, amount: String, currency: String, day: CalendarDate?, end: CalendarDate? = nil,
        text: String = ""
    ) {
        self.kind = kind
        self.amount = amount
        self.currency = currency
        self.day = day
        self.end = end
        self.text = text
    }

    /// The element of the standard; throws what is wrong with a field.
    func element(_ codes: AidCodes) throws(WorkspaceError) -> XMLElement {
        let amount = amount.filter { !$0.isWhitespace && $0 != "\u{2019}" && $0 != "'" }
        guard let read = Amount.read(amount), !read.isRounded else { throw .invalid("amount", "programme.amountForm") }
        let currency = currency.uppercased()
        guard codes.has(currency, in: .currency), currency.count == 3 else {
            throw .invalid("currency", "programme.currencyUnknown")
        }
        guard let day, day.day != nil else { throw .invalid("day", "programme.dayNeeded") }
        let value = XMLElement(
            "value", [.init("currency", currency), .init("value-date", day.description)], text: amount)
        if let code = kind.transactionCode {
            var children = [
                XMLElement("transaction-type", [.init("code", code)]),
                XMLElement("transaction-date", [.init("iso-date", day.description)]), value,
            ]
            if !text.isEmpty {
                children.append(XMLElement("description", children: [XMLElement("narrative", text: text)]))
            }
            return XMLElement("transaction", children: children)
        }
        guard kind.isBudget || kind == .plannedDisbursement else { throw .invalid("kind", "programme.kindUnknown") }
        if kind.isBudget {
            guard let end, end.day != nil, day <= end else { throw .invalid("end", "programme.endNeeded") }
        }
        var children = [XMLElement("period-start", [.init("iso-date", day.description)])]
        if let end { children.append(XMLElement("period-end", [.init("iso-date", end.description)])) }
        children.append(value)
        let type = kind == .budgetRevised ? "2" : "1"
        return XMLElement(
            kind.isBudget ? "budget" : "planned-disbursement", [.init("type", type)], children: children)
    }
}
