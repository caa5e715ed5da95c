package import Domain
import Markup

/// What a sum of money is.
package enum MoneyKind: String, Hashable, Sendable, CaseIterable {
    case budgetOriginal = "budget-original"
    case budgetRevised = "budget-revised"
    case plannedDisbursement = "planned-disbursement"
    case incomingFunds = "incoming-funds"
    case commitment
    case disbursement
    case expenditure
    case interest
    case loanRepayment = "loan-repayment"
    case reimbursement
    case purchaseOfEquity = "purchase-of-equity"
    case saleOfEquity = "sale-of-equity"
    case creditGuarantee = "credit-guarantee"
    case incomingCommitment = "incoming-commitment"
    case pledge
    case incomingPledge = "incoming-pledge"
    /// A transaction whose kind is in no list we know.
    case other

    private static let transactions: [String: MoneyKind] = [
        "1": .incomingFunds, "2": .commitment, "3": .disbursement, "4": .expenditure, "5": .interest,
        "6": .loanRepayment, "7": .reimbursement, "8": .purchaseOfEquity, "9": .saleOfEquity, "10": .creditGuarantee,
        "11": .incomingCommitment, "12": .pledge, "13": .incomingPledge,
    ]

    /// By the code of the transaction's type.
    package init(transaction code: String) { self = Self.transactions[code] ?? .other }

    /// The code of the transaction's type; nil for what is no transaction.
    package var transactionCode: String? { Self.transactions.first { $0.value == self }?.key }

    package var isBudget: Bool { self == .budgetOriginal || self == .budgetRevised }
    /// Money that went out.
    package var isSpent: Bool { self == .disbursement || self == .expenditure }
}

/// One sum: a budget of a period, a planned disbursement, a transaction. Negative ones take back.
package struct MoneyEntry: Hashable, Sendable {
    package var kind: MoneyKind
    package var amount: Amount
    /// ISO 4217; empty where neither the sum nor its activity says it.
    package var currency: String
    /// The transaction's day, or the first of the period.
    package var day: CalendarDate
    package var end: CalendarDate?
    package var valueDay: CalendarDate?
    package var provider: Organisation?
    package var receiver: Organisation?
    package var texts: [Narrative]
    package var reference: String?

    package init(
        kind: MoneyKind, amount: Amount, currency: String, day: CalendarDate, end: CalendarDate? = nil,
        valueDay: CalendarDate? = nil, provider: Organisation? = nil, receiver: Organisation? = nil,
        texts: [Narrative] = [], reference: String? = nil
    ) {
        self.kind = kind
        self.amount = amount
        self.currency = currency
        self.day = day
        self.end = end
        self.valueDay = valueDay
        self.provider = provider
        self.receiver = receiver
        self.texts = texts
        self.reference = reference
    }
}

extension Activity {
    package var budgets: [MoneyEntry] {
        element.all("budget").compactMap { entry($0, $0["type"] == "2" ? .budgetRevised : .budgetOriginal) }
    }

    package var plannedDisbursements: [MoneyEntry] {
        element.all("planned-disbursement").compactMap { entry($0, .plannedDisbursement) }
    }

    package var transactions: [MoneyEntry] {
        element.all("transaction").compactMap { transaction in
            entry(transaction, MoneyKind(transaction: transaction.first("transaction-type")?["code"] ?? ""))
        }
    }

    package var money: [MoneyEntry] { budgets + plannedDisbursements + transactions }

    private func entry(_ element: XMLElement, _ kind: MoneyKind) -> MoneyEntry? {
        let from = element.first("transaction-date") ?? element.first("period-start")
        guard let value = element.first("value"), let amount = Amount.read(value.text)?.amount,
            let day = from?["iso-date"].flatMap({ CalendarDate($0) })
        else { return nil }
        return MoneyEntry(
            kind: kind, amount: amount, currency: (value["currency"] ?? defaultCurrency ?? "").uppercased(),
            day: day, end: element.first("period-end")?["iso-date"].flatMap { CalendarDate($0) },
            valueDay: value["value-date"].flatMap { CalendarDate($0) },
            provider: element.first("provider-org").map { organisation($0, role: nil) },
            receiver: element.first("receiver-org").map { organisation($0, role: nil) },
            texts: narratives(element.first("description")), reference: element["ref"])
    }

    /// Sums by kind, year and currency.
    package var totals: [MoneyTotal] {
        var sums: [MoneyTotal.Key: (amount: Amount, entries: Int)] = [:]
        for entry in money {
            let key = MoneyTotal.Key(kind: entry.kind, year: entry.day.year, currency: entry.currency)
            let held = sums[key] ?? (.zero, 0)
            sums[key] = (held.amount + entry.amount, held.entries + 1)
        }
        return sums.map { MoneyTotal(key: $0.key, amount: $0.value.amount, entries: $0.value.entries) }.sorted()
    }
}

/// What some entries of one kind, year and currency come to.
package struct MoneyTotal: Hashable, Sendable, Comparable {
    package struct Key: Hashable, Sendable {
        package var kind: MoneyKind
        /// Of the transaction, or of the period's first day.
        package var year: Int
        package var currency: String

        package init(kind: MoneyKind, year: Int, currency: String) {
            self.kind = kind
            self.year = year
            self.currency = currency
        }
    }

    package var key: Key
    package var amount: Amount
    package var entries: Int

    package init(key: Key, amount: Amount, entries: Int) {
        self.key = key
        self.amount = amount
        self.entries = entries
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.key.currency, one.key.kind.rawValue, one.key.year)
            < (other.key.currency, other.key.kind.rawValue, other.key.year)
    }
}
