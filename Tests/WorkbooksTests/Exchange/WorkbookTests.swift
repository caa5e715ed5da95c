import Domain
import FollowUp
import Foundation
import Ingest
import Locales
import PlanSupport
import Plans
import Reports
import Store
import TestSupport
import Testing

@testable import Workbooks

@Suite("Workbooks out and in")
struct WorkbookTests {
    private static let locales = Task {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        return try Locales.load(from: root + "/Resources/locales")
    }

    private struct Setting {
        var fixture: PlanFixture
        var locales: Locales
        var mine: Action
        var others: Action
        var focal: Member
    }

    private func made(_ database: any Database) async throws -> Setting {
        let fixture = try await PlanFixture.make(database)
        try await fixture.plans.commit(recommendations: [RecommendationID(1), RecommendationID(2)], by: fixture.keeper)
        let commitments = try await fixture.plans.list(fixture.keeper).items.map(\.commitment)
        func action(_ title: String, _ lead: Int) async throws -> Action {
            try await fixture.plans.addAction(
                Action(
                    id: ActionID(1), workspace: fixture.workspace.id, commitment: commitments[0].id, title: title,
                    lead: fixture.institutions[lead].id, due: CalendarDate("2026-06-30")), by: fixture.keeper)
        }
        return Setting(
            fixture: fixture, locales: try await Self.locales.value, mine: try await action("Open offices", 0),
            others: try await action("Train judges", 1), focal: fixture.member(.focalPoint, fixture.institutions[0].id))
    }

    @Test(
        "An institution's workbook holds its own rows, and what comes back changed is taken over in one step that can be undone"
    )
    func roundTrip() async throws {
        try await withEachDatabase { database in
            let setting = try await made(database)
            let workbooks = setting.fixture.plans.workbooks
            let book = try await workbooks.make(for: nil, setting.locales, by: setting.focal)
            #expect(book.workbook.institution == setting.focal.institution)
            var edited = try EditedWorkbook(book.bytes)
            #expect(edited.sheets[0].rows.count == 1)
            edited.set(.status, .text("started"), row: 0)
            edited.set(.due, .date(try #require(CalendarDate("2026-09-30"))), row: 0)
            edited.set(.said, .text("=Two offices opened"), row: 0)
            edited.set(.commitment, edited.value(.commitment, row: 0), row: 1)
            edited.set(.title, .text("@ Print leaflets"), row: 1)
            let returned = try await workbooks.takeBack("back.xlsx", edited.bytes(), by: setting.focal)
            let preview = try await workbooks.preview(returned.id, setting.locales, setting.focal)
            #expect(preview.changes.map(\.field) == [.status, .due, .said])
            #expect(preview.changes.first?.cell == "I3")
            #expect(preview.added.map(\.title) == ["@ Print leaflets"])
            #expect(preview.wrong.isEmpty && preview.refused.isEmpty && preview.conflicts.isEmpty)
            let count = try await workbooks.apply(
                returned.id, choices: [:], seen: [:], leavesWrong: false, version: returned.version, setting.locales,
                by: setting.focal)
            #expect(count == 4)
            let actions = try await setting.fixture.plans.actions(setting.fixture.keeper).items.map(\.action)
            let mine = try #require(actions.first { $0.id == setting.mine.id })
            #expect(mine.status == .started && mine.due == CalendarDate("2026-09-30"))
            #expect(actions.first { $0.title == "@ Print leaflets" }?.lead == setting.focal.institution)
            let reports = try await database.read {
                try $0.all("SELECT said, clearance FROM progress_report", []) { [try $0.text(0), try $0.text(1)] }
            }
            #expect(reports == [["=Two offices opened", "submitted"]])
            let batch = try #require(try await workbooks.batch(returned.id, setting.fixture.keeper))
            try await setting.fixture.plans.undo(batch: batch, by: setting.fixture.keeper)
            let after = try await setting.fixture.plans.actions(setting.fixture.keeper).items.map(\.action)
            #expect(after.first { $0.id == setting.mine.id }?.status == .planned)
            #expect(!after.contains { $0.title == "@ Print leaflets" })
        }
    }

    @Test("What was changed on both sides needs a choice, made while the plan stands as it was shown")
    func conflicts() async throws {
        try await withEachDatabase { database in
            let setting = try await made(database)
            let (plans, keeper) = (setting.fixture.plans, setting.fixture.keeper)
            let institution = setting.fixture.institutions[0].id
            let book = try await plans.workbooks.make(for: institution, setting.locales, by: keeper)
            var edited = try EditedWorkbook(book.bytes)
            edited.set(.due, .text("2026-10-31"), row: 0)
            edited.set(.description, .text("With maps"), row: 0)
            var changes = ActionChanges()
            changes.common.due = .set(CalendarDate("2026-08-31"))
            try await plans.updateAction(setting.mine.id, changes, version: 1, by: keeper)
            let back = try await plans.workbooks.takeBack("back.xlsx", edited.bytes(), by: keeper)
            let conflict = try #require(
                try await plans.workbooks.preview(back.id, setting.locales, keeper).conflicts.first)
            #expect([conflict.old, conflict.now, conflict.new] == ["2026-06-30", "2026-08-31", "2026-10-31"])
            func apply(_ choices: [String: ConflictChoice], _ seen: String) async throws -> Int {
                try await plans.workbooks.apply(
                    back.id, choices: choices, seen: [conflict.key: seen], leavesWrong: false, version: back.version,
                    setting.locales, by: keeper)
            }
            await #expect(throws: TrackingError.self) { try await apply([:], "2026-08-31") }
            await #expect(throws: TrackingError.self) { try await apply([conflict.key: .workbook], "2026-06-30") }
            let untouched = try await plans.actions(keeper).items.first { $0.action.id == setting.mine.id }
            #expect(untouched?.action.description == "")
            #expect(try await apply([conflict.key: .workbook], "2026-08-31") == 2)
            let now = try await plans.actions(keeper).items.first { $0.action.id == setting.mine.id }
            #expect(now?.action.due == CalendarDate("2026-10-31") && now?.action.description == "With maps")
        }
    }

    @Test("A workbook goes out as a table of text too, and what comes back is compared cell by cell like any other")
    func table() async throws {
        try await withEachDatabase { database in
            let setting = try await made(database)
            let (plans, keeper) = (setting.fixture.plans, setting.fixture.keeper)
            let out = try await plans.workbooks.make(for: nil, asTable: true, setting.locales, by: keeper)
            #expect(out.fileName.hasSuffix(".csv"))
            var text = String(decoding: out.bytes.dropFirst(3), as: UTF8.self)
            #expect(out.bytes.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]))
            #expect(text.contains("Open offices") && text.contains("2026-06-30"))
            // As a program for spreadsheets in another country saves it, with a text that looks like a formula.
            text = text.replacing("2026-06-30", with: "2026-09-30").replacing(
                "Train judges", with: "\"'=Train judges\"")
            let back = try await plans.workbooks.takeBack("back.csv", Array(text.utf8), by: keeper)
            let preview = try await plans.workbooks.preview(back.id, setting.locales, keeper)
            #expect(preview.wrong.isEmpty && preview.refused.isEmpty && preview.missing == 0)
            #expect(preview.changes.map(\.field) == [.due, .title, .due])
            #expect(preview.changes.first { $0.field == .title }?.new == "=Train judges")
            _ = try await plans.workbooks.apply(
                back.id, choices: [:], seen: [:], leavesWrong: false, version: back.version, setting.locales,
                by: keeper)
            let titles = try await plans.actions(keeper).items.map(\.action.title)
            #expect(titles.sorted() == ["=Train judges", "Open offices"])
            await #expect(throws: TrackingError.self) {
                try await plans.workbooks.takeBack(
                    "x.csv", Array("#rapporteur,1\n#mark,workbook,999\n#sheet,A\n".utf8), by: keeper)
            }
        }
    }

    @Test("A status from a workbook is a statement with day and reason; taking the step back names what stays")
    func statements() async throws {
        try await withEachDatabase { database in
            let setting = try await made(database)
            let (plans, keeper) = (setting.fixture.plans, setting.fixture.keeper)
            let book = try await plans.workbooks.make(for: nil, setting.locales, by: keeper)
            var edited = try EditedWorkbook(book.bytes)
            edited.set(.standing, .text("partly"), row: 0, sheet: 1)
            edited.set(.comment, .text("Two of five districts"), row: 0, sheet: 1)
            let back = try await plans.workbooks.takeBack("autumn.xlsx", edited.bytes(), by: keeper)
            let preview = try await plans.workbooks.preview(back.id, setting.locales, keeper)
            #expect(preview.changes.map(\.field) == [.standing, .comment])
            _ = try await plans.workbooks.apply(
                back.id, choices: [:], seen: [:], leavesWrong: false, version: back.version, setting.locales,
                by: keeper)
            let planned = try #require(try await setting.fixture.planned().first { $0.planned.status == .partly })
            let said = try await Progress(plans.store).statements(planned.planned.commitment, keeper)
            #expect(said.map(\.status) == [.partly])
            #expect(said.first?.planned == planned.planned.id)
            #expect(said.first?.reason == "autumn.xlsx")
            #expect(said.first?.stated == plans.today(setting.fixture.workspace))
            let batch = try #require(try await plans.workbooks.batch(back.id, keeper))
            let undo = try await plans.undoPreview(batch, keeper)
            #expect(undo.staying.map(\.kind) == [.comment])
            #expect(undo.open.map(\.field) == ["status"])
        }
    }

    @Test("Wrong cells are named, foreign and changed ids refused, locked cells left, and removed rows delete nothing")
    func wrong() async throws {
        try await withEachDatabase { database in
            let setting = try await made(database)
            let (plans, keeper) = (setting.fixture.plans, setting.fixture.keeper)
            let book = try await plans.workbooks.make(for: nil, setting.locales, by: keeper)
            var edited = try EditedWorkbook(book.bytes)
            edited.set(.status, .text("nearly"), row: 0)
            edited.set(.due, .text("next year"), row: 0)
            edited.set(.percent, .number(170), row: 0)
            edited.set(.supporting, .text("Ministry 3"), row: 0)
            edited.set(.id, .number(4_711), row: 1)
            edited.sheets[1].rows.removeLast()
            let back = try await plans.workbooks.takeBack("back.xlsx", edited.bytes(), by: keeper)
            let preview = try await plans.workbooks.preview(back.id, setting.locales, keeper)
            #expect(Set(preview.wrong.map(\.reason)) == [.status, .date, .percent])
            #expect(preview.wrong.first { $0.reason == .date }?.cell == "K3")
            #expect(preview.refused.map(\.reason) == [.unknown])
            #expect(preview.missing == 2)
            #expect(preview.isEmpty)
            await #expect(throws: TrackingError.self) {
                try await plans.workbooks.apply(
                    back.id, choices: [:], seen: [:], leavesWrong: false, version: back.version, setting.locales,
                    by: keeper)
            }
            edited.set(.id, .number(Int(setting.mine.id.value)), row: 1)
            let swapped = try await plans.workbooks.takeBack("swapped.xlsx", edited.bytes(), by: keeper)
            #expect(
                try await plans.workbooks.preview(swapped.id, setting.locales, keeper).refused.map(\.reason) == [
                    .tampered
                ])
            let actions = try await plans.actions(keeper).items
            #expect(actions.count == 2)
        }
    }

    @Test("A focal point sends back her own institution's workbook and no other; a file from elsewhere is none")
    func reach() async throws {
        try await withEachDatabase { database in
            let setting = try await made(database)
            let plans = setting.fixture.plans
            let other = try await plans.workbooks.make(
                for: setting.fixture.institutions[1].id, setting.locales, by: setting.fixture.keeper)
            await #expect(throws: TrackingError.self) {
                try await plans.workbooks.takeBack("other.xlsx", other.bytes, by: setting.focal)
            }
            await #expect(throws: TrackingError.self) {
                try await plans.workbooks.make(
                    for: setting.fixture.institutions[1].id, setting.locales, by: setting.focal)
            }
            await #expect(throws: TrackingError.self) {
                try await plans.workbooks.takeBack("x.csv", Array("a;b\n1;2\n".utf8), by: setting.fixture.keeper)
            }
        }
    }

    @Test("A workbook in Arabic runs from right to left, with its words")
    func arabic() async throws {
        try await withEachDatabase { database in
            let setting = try await made(database)
            let book = try await setting.fixture.plans.workbooks.make(
                for: nil, asked: .arabic, setting.locales, by: setting.fixture.keeper)
            let pages = try EditedWorkbook.read(book.bytes).pages
            #expect(pages.map(\.name) == ["التعليمات", "الإجراءات", "التوصيات", "lists", "rapporteur"])
            #expect(pages[3].isHidden && pages[4].isHidden)
            #expect(pages[1].rows[2].cells.contains { $0?.shown == "مخطط" })
        }
    }
}
