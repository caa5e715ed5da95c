import Domain
import Store

extension Row {
    /// An amount, and its currency in a column of its own; nil where there is none.
    func amount(_ amount: Int, _ currency: Int) throws -> Money? {
        guard let minor = try intOrNil(amount), let code = try textOrNil(currency).flatMap({ CurrencyCode($0) }) else {
            return nil
        }
        return Money(minor: minor, currency: code)
    }

    /// A day that is kept as text.
    func day(_ column: Int) throws -> CalendarDate {
        guard let day = CalendarDate(try text(column)) else {
            throw StoreError.corrupt(reason: "a day of an agreement")
        }
        return day
    }

    func dayOrNil(_ column: Int) throws -> CalendarDate? { try textOrNil(column).flatMap { CalendarDate($0) } }
}
