import Domain
import FoundationEssentials
import Reference
import Testing

/// Names and labels as they stand in real exports; skipped where `../shared/data` is absent.
@Suite(.enabled(if: Fixtures.hasRealData, "../shared/data is not there")) struct RealDataTests {
    let facts = Fixtures.facts

    struct LabelledRow: Decodable {
        let to: String
        let frm: String
        let issues: [String]?
    }

    @Test(
        "Every State named by UPR Info's labelled rows and by the Working Group gold resolves",
        arguments: ["upr-info/labelled-sessions-1-16.jsonl", "working-group-reports/gold.jsonl"])
    func labelledRows(file: String) throws {
        let rows = try Fixtures.realLines(file, as: LabelledRow.self)
        let names = Set(rows.flatMap { [$0.to, $0.frm] })
        #expect(names.filter { facts.state(named: $0) == nil } == Set(["&#40;Unknown&#41;"]).intersection(names))
    }

    @Test("Every issue of UPR Info means a theme")
    func issues() throws {
        let rows = try Fixtures.realLines("upr-info/labelled-sessions-1-16.jsonl", as: LabelledRow.self)
        let issues = Set(rows.flatMap { $0.issues ?? [] })
        #expect(issues.count == 54)
        #expect(issues.filter { facts.theme(labelled: $0).isEmpty }.isEmpty)
    }

    @Test("UPR Info's table of regional groups agrees with ours")
    func regionalGroups() throws {
        let rows = try Fixtures.realText("reference/upr_info_regional_groups.csv").split(whereSeparator: \.isNewline)
        for row in rows.dropFirst() {
            let cells = row.split(separator: ",").map(String.init)
            let state = try #require(facts.state(named: cells[0]), "\(cells[0])")
            #expect(facts.facts(of: state)?.region == facts.region(labelled: cells[1]), "\(cells[0])")
        }
    }

    @Test("Every theme of UHRI's list and of the thematic lists of three cycles means a theme")
    func themes() throws {
        let list = try Fixtures.realText("uhri/taxonomy/themes_2026-02.tsv").split(separator: "\n").dropFirst()
        var labels = list.compactMap { $0.split(separator: "\t").first.map(String.init) }
        let byCycle = try Fixtures.realJSON(
            "uhri/taxonomy/themes_seen_in_thematic_lists_by_cycle.json", as: [String: [String]].self)
        labels += byCycle.values.joined()
        #expect(labels.filter { facts.theme(labelled: $0).isEmpty } == [])
    }

    @Test("Every group of affected persons of three generations means persons")
    func persons() throws {
        let byGeneration = try Fixtures.realJSON(
            "uhri/taxonomy/affected_persons_by_generation.json", as: [String: [String]].self)
        #expect(byGeneration.values.joined().filter { facts.person(labelled: $0).isEmpty } == [])
    }

    struct Overview: Decodable {
        let recordsByBody: [String: Int]
        enum CodingKeys: String, CodingKey { case recordsByBody = "by_body" }
    }

    @Test("Every body of UHRI's overview is a mechanism")
    func bodies() throws {
        let overview = try Fixtures.realJSON("uhri/taxonomy/stats_2026-02.json", as: Overview.self)
        #expect(overview.recordsByBody.keys.filter { facts.mechanism(named: $0) == nil } == [])
    }

    struct Goal: Decodable {
        let id: String
        let text: String
    }

    @Test("Every goal and target of UHRI is read from its label and from its identifier")
    func goals() throws {
        let goals = try Fixtures.realLines("uhri/taxonomy/uhri_sdg_goals_targets_with_guids.jsonl", as: Goal.self)
        #expect(goals.count == 186)
        for goal in goals {
            let code = facts.sdg(labelled: goal.text)
            #expect(code != nil && facts.uhri(goal.id) == UHRIIdentifier(kind: .sdg, code: code ?? ""))
        }
    }

    struct Annotation: Decodable {
        let symbol: String
        let bodyId: String
        let countryIds: [String]?
        let uprRecommendingCountryIds: [String]?
        let en, fr, es, ar, ru, zh: String?

        var texts: [String] { [en, fr, es, ar, ru, zh].compactMap(\.self) }
    }

    @Test("Identifiers of bodies and States agree with the symbols of their documents")
    func identifiers() throws {
        let records = try Fixtures.realLines("uhri/api-records-six-languages.jsonl", as: Annotation.self)
        var states = 0
        for record in records where !record.symbol.hasPrefix("A/HRC/") {
            let symbol = try #require(DocumentSymbol(record.symbol))
            #expect(facts.uhri(record.bodyId)?.code == facts.mechanism(ofSymbol: symbol)?.rawValue)
            guard let state = facts.state(ofSymbol: symbol), let id = record.countryIds?.first else { continue }
            #expect(facts.uhri(id)?.code == state.rawValue, "\(record.symbol)")
            states += 1
        }
        #expect(states > 150)
    }

    @Test("The State in the closing parentheses is the one that the identifier stands for, in six languages")
    func parentheses() throws {
        let records = try Fixtures.realLines("uhri/api-records-six-languages.jsonl", as: Annotation.self)
        var agreeing = 0
        var differing = 0
        for record in records {
            guard let ids = record.uprRecommendingCountryIds, ids.count == 1, let code = facts.uhri(ids[0])?.code else {
                continue
            }
            for text in record.texts {
                guard let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }),
                    let close = text[open...].firstIndex(where: { $0 == ")" || $0 == "）" }),
                    let state = facts.state(named: String(text[text.index(after: open)..<close]))
                else { continue }
                if state.rawValue == code { agreeing += 1 } else { differing += 1 }
            }
        }
        // UHRI itself joins texts of different paragraphs here and there: 48 of 1,370 name another State.
        #expect(agreeing > 1_300 && differing <= 50, "\(agreeing) agree, \(differing) differ")
    }
}
