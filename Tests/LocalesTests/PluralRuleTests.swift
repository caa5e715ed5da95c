import Locales
import Testing

@Suite("Plural rules")
struct PluralRuleTests {
    @Test(
        "Russian counts as CLDR says",
        arguments: [
            (0, "many"), (1, "one"), (2, "few"), (4, "few"), (5, "many"), (11, "many"), (12, "many"), (14, "many"),
            (21, "one"),
            (22, "few"), (111, "many"), (1_001, "one"), (1_000_000, "many"),
        ])
    func russian(number: Int, category: String) throws {
        let rule = try #require(
            PluralRule([
                "one": "v = 0 and i % 10 = 1 and i % 100 != 11",
                "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
                "many": "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
            ]))
        #expect(rule.category(of: number).rawValue == category)
        #expect(rule.categories == [.one, .few, .many, .other])
    }

    @Test(
        "Arabic has six forms",
        arguments: [
            (0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other"),
            (103, "few"),
        ])
    func arabic(number: Int, category: String) throws {
        let rule = try #require(
            PluralRule([
                "zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n % 100 = 3..10", "many": "n % 100 = 11..99",
            ]))
        #expect(rule.category(of: number).rawValue == category)
    }

    @Test("A language without rules has one form")
    func chinese() throws {
        let rule = try #require(PluralRule([:]))
        #expect(rule.categories == [.other])
        #expect(rule.category(of: 1) == .other)
    }

    @Test(
        "A rule that cannot be read is refused",
        arguments: ["i == 1", "x = 1", "i % = 1", "i = ", "i = 3..1", "i = 1 and"])
    func malformed(rule: String) {
        #expect(PluralRule(["one": rule]) == nil)
    }

    @Test("A category that CLDR does not have is refused")
    func unknownCategory() {
        #expect(PluralRule(["dual": "i = 2"]) == nil)
    }
}
