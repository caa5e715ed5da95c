import Markup
import Testing

@testable import Programmes

@Suite("Amounts")
struct AmountTests {
    @Test(
        "A sum is read exactly, and written as money is",
        arguments: [
            ("0", "0.00"), ("2000000", "2000000.00"), ("-1500.5", "-1500.50"), ("+7.25", "7.25"), (".5", "0.50"),
            ("12.", "12.00"), ("0.125", "0.125"), ("999999999999999.99", "999999999999999.99"), ("-0.01", "-0.01"),
        ])
    func exact(_ text: String, _ shown: String) throws {
        let read = try #require(Amount.read(text))
        #expect(read.amount.text == shown)
        #expect(!read.isRounded)
        #expect(Amount.read(shown)?.amount == read.amount)
    }

    @Test("Digits beyond the sixth are rounded half to even, and that is said")
    func rounding() {
        let read = ["1.0000005", "1.0000015", "1.00000051", "-1.0000015", "1.0000000"].map { Amount.read($0) }
        #expect(read.map { $0?.amount.text } == ["1.00", "1.000002", "1.000001", "-1.000002", "1.00"])
        #expect(read.map { $0?.isRounded } == [true, true, true, true, false])
    }

    @Test(
        "What is no decimal number is none",
        arguments: ["", " ", "1,000", "1e6", "--1", "1.2.3", "£5", ".", "-", "1234567890123456", "٣"])
    func refused(_ text: String) { #expect(Amount.read(text) == nil) }

    @Test("Whole units and millionths add up apart, with either sign")
    func parts() throws {
        let amounts = try ["-0.75", "1000000.10", "-3.000001", "0.65"].map { try #require(Amount.read($0)).amount }
        let whole = amounts.reduce(0) { $0 + $1.parts.whole }
        let fraction = amounts.reduce(0) { $0 + $1.parts.fraction }
        #expect(Amount(whole: whole, fraction: fraction) == amounts.reduce(.zero, +))
        #expect(Amount(whole: whole, fraction: fraction).text == "999996.999999")
    }

    @Test("Shares keep two digits")
    func shares() {
        #expect(
            ["60", "33.33", "0.5", "7.05", "100", "100.01", "-1"].map { Percentage($0)?.text } == [
                "60", "33.33", "0.5", "7.05", "100", nil, nil,
            ])
    }
}
