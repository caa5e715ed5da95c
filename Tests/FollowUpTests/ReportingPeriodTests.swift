import Domain
import FollowUp
import Plans
import Testing

@Suite("Reporting periods")
struct ReportingPeriodTests {
    @Test(
        "A period has a code, a first and a last day",
        arguments: [
            ("2026", "2026-01-01", "2026-12-31"), ("2026-H2", "2026-07-01", "2026-12-31"),
            ("2026-Q3", "2026-07-01", "2026-09-30"), ("2028-02", "2028-02-01", "2028-02-29"),
        ])
    func days(code: String, starts: String, ends: String) throws {
        let period = try #require(ReportingPeriod(code))
        #expect(period.code == code)
        #expect(period.starts == starts)
        #expect(period.ends == ends)
        #expect(period.next?.previous == period)
        #expect(CalendarDate(starts).flatMap { ReportingPeriod(containing: $0, months: period.months) } == period)
        #expect(CalendarDate(ends).flatMap { ReportingPeriod(containing: $0, months: period.months) } == period)
    }

    @Test(
        "What names no period is none",
        arguments: [
            "", "26", "2026-H3", "2026-Q0", "2026-13", "2026-1", "2026-Q", "2026-Q1-2", "-2026", "9999", "2026-q1",
        ])
    func hostile(code: String) { #expect(ReportingPeriod(code) == nil) }
}

@Suite("Quantities")
struct QuantityTests {
    @Test(
        "A number stays as it was written",
        arguments: [
            ("12.30", "12.30"), ("-3", "-3"), ("+7", "7"), ("1.5E3", "1500"), ("2.5e-3", "0.0025"), ("0.05", "0.05"),
            ("-0.5", "-0.5"), ("007", "7"),
        ])
    func written(text: String, shown: String) { #expect(Quantity(text)?.description == shown) }

    @Test(
        "What is no number, or more exact than anything measured, is refused",
        arguments: [
            "", "-", ".", "1.", ".5", "1,5", "1e99", "e5", "NaN", "0x10", "1.2.3", "1234567890123456", "0.1234567891",
        ])
    func hostile(text: String) { #expect(Quantity(text) == nil) }

    @Test("Differences are as exact as the more exact number, and shares are cut")
    func arithmetic() throws {
        let (one, other) = (try #require(Quantity("12.5")), try #require(Quantity("10")))
        #expect(one.minus(other)?.description == "2.5")
        #expect(other.minus(one)?.description == "-2.5")
        #expect(try #require(Quantity("1.0")).compared(to: try #require(Quantity("1"))) == 0)
        #expect(try #require(Quantity("2")).percent(of: try #require(Quantity("3"))) == 66)
        #expect(try #require(Quantity("2")).percent(of: try #require(Quantity("0.0"))) == nil)
    }
}

@Suite("Files as evidence")
struct FileKindTests {
    @Test("A file is what its first bytes say, and web pages, programs and unknown archives are refused")
    func kinds() {
        #expect(FileKind(Array("%PDF-1.7\n".utf8)) == .pdf)
        #expect(FileKind(Array("name;value\na;1\n".utf8)) == .text)
        #expect(FileKind([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(FileKind(Array("PK\u{3}\u{4}......word/document.xml".utf8)) == .docx)
        for text in [
            "<html>", "\u{FEFF} <!DOCTYPE html>", "<svg onload=x>", "\u{7F}ELF\u{1}\u{0}", "PK\u{3}\u{4}evil.exe", "",
        ] {
            #expect(FileKind(Array(text.utf8)) == nil)
        }
    }

    @Test("A name keeps no folder, no control or direction marks, and is sent so that headers stay whole")
    func names() {
        #expect(FileName.cleaned("../../etc/passwd") == "passwd")
        #expect(FileName.cleaned("C:\\temp\\rep\u{202E}fdp.exe\r\n") == "repfdp.exe")
        #expect(FileName.cleaned("...") == "file")
        #expect(FileName.cleaned(String(repeating: "a", count: 500) + ".pdf").hasSuffix(".pdf"))
        let header = FileName.attachment("rapport \"d'été\".pdf")
        #expect(
            header
                == "attachment; filename=\"rapport _d'_t__.pdf\"; filename*=UTF-8''rapport%20%22d%27%C3%A9t%C3%A9%22.pdf"
        )
    }
}
