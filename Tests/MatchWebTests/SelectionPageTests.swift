import Cooperation
import Domain
import HTTPTypes
import Insight
import Matches
import People
import SiteSupport
import Testing

@testable import Frame
@testable import MatchWeb

@Suite("Pages of a call's selection")
struct SelectionPageTests {
    /// Applications to the call, marked by two criteria but for the last, which is not marked.
    private func applications(_ arranged: MatchSite, to call: FundCall, keeper: Member) async throws -> [ApplicationID]
    {
        let site = arranged.site
        var ids: [ApplicationID] = []
        let rows: [(String, Int64, [Int: Int])] = [
            ("Large", 90_000, [1: 90, 2: 90]), ("North", 50_000, [1: 80, 2: 70]), ("South", 50_000, [1: 70, 2: 80]),
            ("Unmarked", 10_000, [:]),
        ]
        for (title, amount, marks) in rows {
            let applications = site.cooperation.applications
            let made = try await applications.add(to: call.id, for: nil, by: site.home.keeper)
            var draft = ApplicationDraft(made)
            draft.title = title
            draft.amount = MatchSite.usd(amount)
            try await applications.submit(made.id, version: 1, draft, by: site.home.keeper)
            if !marks.isEmpty { try await site.matches.mark(made.id, version: 0, marks, by: keeper) }
            ids.append(made.id)
        }
        return ids
    }

    @Test(
        "Criteria are set by a form, marks are given, and the page proposes what the method selects, beside the greedy one"
    )
    func selection() async throws {
        let arranged = try await MatchSite()
        let (site, keeper) = (arranged.site, arranged.site.foreign.keeper)
        let person = try site.foreign.person(.coordinator)
        var fund = FundDraft()
        fund.name = "Harbour Fund"
        fund.level = .open
        let made = try await site.cooperation.funds.add(fund, by: keeper)
        var draft = FundCallDraft()
        draft.title = "Harbours"
        draft.budget = MatchSite.usd(100_000)
        let call = try await site.cooperation.funds.add(draft, to: made.id, by: keeper)
        let path = "/workspaces/belmar/matches/calls/\(call.id)"
        #expect(try await site.get(path + "/selection", as: person).text.contains("No criteria yet"))
        let bad = try await site.post(
            path + "/rules", [("version", "0"), ("criterion", "1"), ("label-1", "Need"), ("weight-1", "many")],
            as: person)
        #expect(bad.status == 400)
        let set = try await site.post(
            path + "/rules",
            [
                ("version", "0"), ("criterion", "1"), ("label-1", "Need"), ("weight-1", "60"), ("criterion", "2"),
                ("label-2", "Plan"), ("weight-2", "40"), ("criterion", "3"), ("label-3", ""), ("weight-3", ""),
                ("perState", "3"),
            ], as: person)
        #expect(set.status == 303)
        let ids = try await applications(arranged, to: call, keeper: keeper)
        let board = try await site.matches.board(call.id, keeper)
        let best = CallSelection.best(board.candidates, board.callRules)
        #expect(best.chosen == [ids[1], ids[2]] && best.isProven)
        let page = try await site.get(path + "/selection", as: person)
        #expect(page.status == 200)
        let order = page.text.matches(of: #/<a href="/workspaces/belmar/funds/received/([0-9]+)"/#).map {
            ApplicationID(String($0.1))
        }
        #expect(order.prefix(2) == [ids[1], ids[2]])
        // 80·60 + 70·40 and 70·60 + 80·40 beside 90·100 of the first of the list.
        #expect(page.text.contains("150.00") && page.text.contains("90.00"))
        #expect(page.text.contains("not marked") && page.text.contains("by every criterion: 1."))
        #expect(page.text.contains("this is proven"))
        #expect(page.text.contains("“Need” did not count"))
        let csv = try await site.get(path + "/selection.csv", as: person)
        #expect(csv.text.contains("1,North,Aldora,50000,USD,80,70,76.00,"))
        #expect(csv.text.contains(",Unmarked,Aldora,10000,USD,,,0.00,"))
        let book = try await site.get(path + "/selection.xlsx", as: person)
        #expect(book.status == 200 && book.bytes.prefix(2) == [0x50, 0x4B])
        try await changed(site, path, ids, person)
    }

    /// What two people change at once is told; whoever may not manage funds, and other workspaces, see none of it.
    private func changed(
        _ site: WorkspaceSite, _ path: String, _ ids: [ApplicationID], _ person: Person
    ) async throws {
        let stale = try await site.post(
            path + "/rules", [("version", "0"), ("criterion", "1"), ("label-1", "Need"), ("weight-1", "10")],
            as: person)
        #expect(stale.status == 409)
        let marks = "/workspaces/belmar/matches/applications/\(ids[3])"
        #expect(try await site.get(marks, as: person).text.contains("Not marked yet"))
        let given = try await site.post(marks, [("version", "0"), ("mark-1", "100"), ("mark-2", "")], as: person)
        #expect(given.status == 303)
        #expect(try await site.get(marks, as: person).text.contains("belmar coordinator"))
        #expect(
            try await site.post(marks, [("version", "0"), ("mark-1", "9")], as: person).status == 409)
        #expect(
            try await site.post(marks, [("version", "1"), ("mark-1", "101")], as: person).status == 400)
        let observer = try site.foreign.person(.observer)
        #expect(try await site.get(path + "/selection", as: observer).status == 403)
        let foreign = try site.home.person(.administrator)
        #expect(try await site.get(path + "/selection", as: foreign).status == 404)
        let own = path.replacing("belmar", with: "aldora")
        #expect(try await site.get(own + "/selection", as: foreign).status == 404)
        #expect(try await site.get(marks.replacing("belmar", with: "aldora"), as: foreign).status == 404)
    }
}
