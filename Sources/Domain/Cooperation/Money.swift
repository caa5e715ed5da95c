/// An amount in one currency. Amounts of different currencies are never added; what is not known is no amount, and never zero.
package struct Money: Hashable, Sendable {
    /// In the currency's smallest unit.
    package var minor: Int64
    package var currency: CurrencyCode

    package init(minor: Int64, currency: CurrencyCode) {
        self.minor = minor
        self.currency = currency
    }
}
