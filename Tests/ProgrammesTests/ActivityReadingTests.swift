import Domain
import Markup
import Testing

@testable import Programmes

@Suite("Reading activities")
struct ActivityReadingTests {
    @Test("A whole activity is read: texts in their languages, actors, shares, codes, dates", arguments: [1 << 16, 7])
    func whole(_ pieceBytes: Int) throws {
        let read = try #require(try Shared.read(ActivityTexts.file(ActivityTexts.courts), pieceBytes: pieceBytes).first)
        let activity = try #require(read.activity)
        #expect(read.warnings == [])
        #expect(read.lacking == [])
        #expect(activity.identifier == "XA-COURT-1")
        #expect(activity.titles.map(\.language) == [.english, .french])
        #expect(activity.descriptions.map(\.kind) == ["1", "2"])
        #expect(activity.descriptions.first?.texts.first?.text.hasPrefix("Train judges & prosecutors") == true)
        #expect(activity.participants.map(\.role) == ["1", "4"])
        #expect(activity.participants.last?.names.first?.text == "League of Aldora")
        #expect(activity.countries.map { $0.percentage?.text } == ["75.5", "24.5"])
        #expect(activity.purposeCodes == ["15134", "15137"])
        #expect(activity.goals == ["16", "16.3"])
        #expect(activity.modality == .bilateral)
        #expect(activity.starts == CalendarDate("2024-04-15"))
        #expect(activity.ends == CalendarDate("2027-12-31"))
        #expect(activity.conditions?.first?.texts.first?.text == "The law on juvenile justice is published.")
        #expect(activity.documents.first?.address == "https://fund.example/plan.pdf")
        #expect(activity.related.map(\.identifier) == ["XA-COURT-0"])
        let period = try #require(activity.results.first?.indicators.first?.periods.first)
        #expect(period.targets.first?.value == "4")
        #expect(period.actuals.first?.value == "3")
        #expect(period.targets.first?.dimensions == ["place: city"])
    }

    @Test("Sums are by kind, year and currency, with reversals taken off, and currencies never meet")
    func totals() throws {
        let activity = try #require(try Shared.read(ActivityTexts.file(ActivityTexts.courts)).first?.activity)
        let shown = activity.totals.map {
            "\($0.key.currency) \($0.key.kind.rawValue) \($0.key.year) \($0.amount.text) \($0.entries)"
        }
        #expect(
            shown == [
                "EUR budget-original 2024 100000.10 1", "EUR commitment 2024 300000.00 1",
                "EUR disbursement 2024 49999.99 2", "EUR planned-disbursement 2025 5000.00 1",
                "JPY expenditure 2025 1200000.00 1", "USD budget-revised 2025 200000.25 1",
            ])
    }

    @Test("A code that no list has is kept, and its place is said")
    func unknownCode() throws {
        let text = ActivityTexts.file(
            ActivityTexts.activity("XA-1", extra: "").replacing("code=\"15137\"", with: "code=\"99999\""))
        let read = try #require(try Shared.read(text).first)
        #expect(read.activity?.purposeCodes == ["15134", "99999"])
        let warning = try #require(read.warnings.first)
        #expect(warning.element == "sector/@code")
        #expect(warning.line > 3)
        #expect(warning.reason.contains("“99999” is not in the list Sector"))
    }

    @Test(
        "What makes a sum uncertain refuses the activity, with line and element",
        arguments: [
            (">300000<", ">300,000<", "transaction/value", "“300,000” is no sum"),
            (">300000<", "><", "transaction/value", "lacks text"),
            ("<transaction-type code=\"2\"/>", "", "transaction", "lacks transaction-type"),
            (
                "<transaction-date iso-date=\"2024-02-01\"/>", "<transaction-date iso-date=\"2024-02-30\"/>",
                "transaction/transaction-date", "lacks @iso-date"
            ),
            ("<iati-identifier>XA-1</iati-identifier>", "", "iati-identifier", "is missing"),
            (
                "<iati-identifier>XA-1</iati-identifier>", "<iati-identifier> </iati-identifier>", "iati-identifier",
                "is empty"
            ),
        ])
    func refused(_ old: String, _ new: String, _ element: String, _ reason: String) throws {
        let text = ActivityTexts.activity("XA-1").replacing(old, with: new)
        let read = try Shared.read(ActivityTexts.file(text, ActivityTexts.activity("XA-2")))
        #expect(read.map { $0.activity != nil } == [false, true])
        let refusal = try #require(read.first?.refusal)
        #expect(refusal.element == element)
        #expect(refusal.reason.contains(reason))
        #expect(refusal.line >= 3)
    }

    @Test("What says too little is left out with a warning, and what the standard needs is named")
    func lacking() throws {
        let text = ActivityTexts.activity("XA-1", extra: "<nonsense/><x:own xmlns:x=\"urn:x\"/>")
            .replacing("<activity-status code=\"2\"/>", with: "")
            .replacing("<category code=\"A02\"/>", with: "")
        let read = try #require(try Shared.read(ActivityTexts.file(text)).first)
        #expect(read.lacking == ["activity-status"])
        #expect(read.activity?.documents.count == 0)
        #expect(read.warnings.map(\.element) == ["document-link", "nonsense", "activity-status"])
    }

    @Test("Elements come out in the standard's order, whatever order they came in")
    func order() throws {
        let text = ActivityTexts.activity(
            "XA-1",
            extra:
                "<sector code=\"11220\"/><budget><value value-date=\"2026-01-01\">1</value><period-end iso-date=\"2026-12-31\"/><period-start iso-date=\"2026-01-01\"/></budget>"
        )
        let activity = try #require(try Shared.read(ActivityTexts.file(text)).first?.activity)
        let shape = try #require(ActivityShape.of("iati-activity", in: ""))
        let places = activity.element.children.compactMap { shape.order[$0.name] }
        #expect(places == places.sorted())
        #expect(activity.element.all("budget").last?.children.map(\.name) == ["period-start", "period-end", "value"])
    }

    @Test("A document type, entities, deep nesting and huge attributes are refused with the line")
    func hostile() throws {
        let bomb =
            "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<iati-activities version=\"2.03\"/>"
        #expect(try Shared.fault(bomb) == .documentType(line: 2))
        let deep = ActivityTexts.file(
            "<iati-activity>" + String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40)
                + "</iati-activity>")
        #expect(try Shared.fault(deep) == .limit(.depth, most: XMLRecordReader.depthMax, line: 3))
        let wide = ActivityTexts.file("<iati-activity x=\"\(String(repeating: "y", count: 70_000))\"/>")
        #expect(try Shared.fault(wide) == .limit(.attributes, most: XMLRecordReader.attributeBytesMax, line: 3))
    }

    @Test("A file that breaks off gives what came before, then the fault and its line")
    func cutOff() throws {
        let whole = ActivityTexts.file(ActivityTexts.activity("XA-1"), ActivityTexts.activity("XA-2"))
        let cut = String(whole.prefix(whole.count * 3 / 4))
        let file = try ActivityFile(TextSupply(cut), try Shared.codes.get())
        #expect(try file.next()?.map(\.identifier) == ["XA-1"])
        #expect(throws: XMLFault.self) { try file.next() }
    }

    @Test("Versions that are not ours, and other files, are refused by name")
    func versions() throws {
        #expect(try Shared.fault(ActivityTexts.file(ActivityTexts.courts, version: "3.0")) == .version("3.0"))
        #expect(try Shared.fault("<rss version=\"2.0\"><channel/></rss>") == .foreign(root: "rss"))
        for version in ["2.01", "2.02", "2.03", ""] {
            #expect(try Shared.read(ActivityTexts.file(ActivityTexts.courts, version: version)).first?.activity != nil)
        }
    }
}
