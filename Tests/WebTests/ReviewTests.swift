import Domain
import Foundation
import HTTPTypes
import Locales
import Reference
import Testing

@testable import Frame
@testable import Operations
@testable import Web

@Suite("Reviewing documents")
struct ReviewTests {
    private static let hostile = "\"><script>alert(1)</script><b>&'\u{202E}"

    @Test("Every page of the desk in every language is whole, small and well formed, whatever documents hold")
    func wellFormed() async throws {
        let person = try await TestPerson.coordinator.value
        var statement = TestPerson.finding("9.4", "")
        statement.kind = .statement
        statement.claim = Finding.Claim(status: .inProgress, wording: Self.hostile)
        statement.reason = Self.hostile
        var observation = TestPerson.finding("9.5", "Report on \(Self.hostile)")
        observation.kind = .observation
        observation.isForFollowUp = true
        observation.duties = [.init(label: "a", text: Self.hostile)]
        var wordings = TestPerson.finding("9.6", "Do this; Do that")
        wordings.wordings = [.init(text: Self.hostile, states: [StateCode("XAB")]), .init(text: "Do that", states: [])]
        var facts = TestPerson.facts()
        facts.title = Self.hostile
        facts.doubts = Doubt.Code.allCases.map { Doubt($0, Self.hostile) }
        let id = try await person.put(
            [
                TestPerson.doubtful("9.1", Self.hostile, Doubt.Code.allCases.map { Doubt($0, Self.hostile) }),
                TestPerson.finding("9.2", "First. Second \(Self.hostile)"), statement, observation, wordings,
            ], facts: facts, name: Self.hostile + ".pdf", lines: [Self.hostile])
        let items = try await person.items(id)
        let paths =
            [
                "/desk", "/desk/\(id)", "/desk/\(id)/facts", "/desk/\(id)?show=dropped",
                "/desk/\(id)?side=picture&tab=list",
            ]
            + items.map { "/desk/\(id)/items/\($0.id)" }
        for path in paths {
            for catalogue in person.site.responder.site.locales.all {
                let reply = try await person.get(path + (path.contains("?") ? "&" : "?") + "lang=\(catalogue.tag)")
                #expect(reply.status == 200, "\(path)")
                #expect(reply.headers[.cacheControl] == "no-store")
                let problems = PageCheck(html: reply.text).problems(
                    language: catalogue.tag, direction: catalogue.direction.rawValue)
                #expect(problems == [], "\(path) in \(catalogue.tag)")
                #expect(!reply.text.contains("<b>&"))
            }
        }
    }

    @Test("A page stays under 100 KB with 400 findings of 2,000 characters each, and its list is in pages")
    func small() async throws {
        let person = try await TestPerson.coordinator.value
        let text = String(repeating: "Объясните, что сделано. ", count: 84)
        let id = try await person.put(
            (1...400).map { TestPerson.doubtful("7.\($0)", text + "\($0)", [Doubt(.textLong)]) },
            lines: (1...400).flatMap { ["7.\($0) " + text, ""] })
        for path in ["/desk/\(id)", "/desk/\(id)?from=390", "/desk/\(id)?show=all&tab=list&lang=ru", "/desk"] {
            let reply = try await person.get(path)
            #expect(reply.status == 200)
            #expect(reply.bytes.count < 100_000, "\(path): \(reply.bytes.count)")
        }
        #expect(try await person.get("/desk/\(id)?from=390&lang=en").text.contains("391–400 of 400"))
    }

    @Test("Doubtful items come first, each with its reason in words")
    func doubtfulFirst() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([
            TestPerson.finding("5.1", "Plant trees."),
            TestPerson.doubtful("5.2", "Plant more trees.", [Doubt(.unknownState, "Zorbia")]),
        ])
        let page = try await person.get("/desk/\(id)?lang=en").text
        #expect(page.contains("no State we know:"))
        #expect(page.contains("Zorbia"))
        let first = try #require(page.range(of: "5.2"))
        let second = try #require(page.range(of: "5.1"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(page.contains("2 items are left to decide"))
    }

    @Test("A correction resolves States by name in any language, and makes the item certain")
    func correcting() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([TestPerson.doubtful("5.1", "Plant tress.", [Doubt(.noStates)])])
        let item = try #require(try await person.items(id).first)
        let names = person.site.responder.site.names
        let states = names.name(.state, "XAB", "fr") + "; xac"
        let reply = try await person.post(
            "/desk/\(id)/items/\(item.id)?lang=en",
            [
                ("do", "save"), ("version", "\(item.version)"), ("paragraph", "5.12"), ("kind", "recommendation"),
                ("position", "noted"), ("text", "Plant trees.\r\n"), ("states", states),
                ("addState", names.name(.state, "XAD", "en")),
            ])
        #expect(reply.status == 303)
        let now = try #require(try await person.items(id).first)
        #expect(now.current.text == "Plant trees.")
        #expect(now.current.states.map(\.rawValue) == ["XAB", "XAC", "XAD"])
        #expect(now.current.position == .noted && now.current.paragraph?.printed == "5.12")
        #expect(!now.current.isDoubtful && now.current.doubts.isEmpty && now.status == .open)
        #expect(now.original?.text == "Plant tress.")
    }

    @Test("A State nobody knows is refused in words, with what was typed still in the form")
    func unknownState() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([TestPerson.finding("5.1", "Plant trees.")])
        let item = try #require(try await person.items(id).first)
        let reply = try await person.post(
            "/desk/\(id)/items/\(item.id)?lang=en",
            [("do", "accept"), ("version", "1"), ("text", "Plant oaks."), ("states", "Zorbia")])
        #expect(reply.status == 422)
        #expect(reply.text.contains("“Zorbia” is no State we know"))
        #expect(reply.text.contains("Plant oaks."))
        let now = try #require(try await person.items(id).first)
        #expect(now == item)
    }

    @Test("Deciding on an old version is refused; what was typed and what is stored both stand on the page")
    func stale() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([TestPerson.finding("5.1", "Plant trees.")])
        let item = try #require(try await person.items(id).first)
        var other = item.current
        other.text = "Plant elms."
        _ = try await person.site.responder.site.desk.edit(item.id, version: item.version, to: other, by: person.caller)
        for action in ["accept", "save", "drop"] {
            let reply = try await person.post(
                "/desk/\(id)/items/\(item.id)?lang=en",
                [("do", action), ("version", "\(item.version)"), ("text", "Plant oaks."), ("states", "XAB")])
            #expect(reply.status == 409, "\(action)")
            #expect(reply.text.contains("Somebody else changed this item"))
            #expect(reply.text.contains("Plant oaks.") && reply.text.contains("Plant elms."))
            #expect(reply.text.contains("name=\"version\" value=\"2\""))
        }
        let now = try #require(try await person.items(id).first)
        #expect(now.current.text == "Plant elms." && now.status == .open)
    }

    @Test("Accepting leads to the next open item and into the record; dropping does not")
    func deciding() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put(
            (1...3).map { TestPerson.finding("6.\($0)", "Build the lighthouse number \($0) of Quillmere.") })
        let items = try await person.items(id)
        let accept = try await person.post(
            "/desk/\(id)/items/\(items[0].id)?lang=en", [("do", "accept"), ("version", "1")])
        #expect(accept.headers[.location]?.contains("/items/\(items[1].id)") == true)
        #expect(accept.headers[.location]?.hasSuffix("#item") == true)
        let drop = try await person.post("/desk/\(id)/items/\(items[1].id)", [("do", "drop"), ("version", "1")])
        #expect(drop.headers[.location]?.contains("/items/\(items[2].id)") == true)
        let rest = try await person.post("/desk/\(id)/accept?lang=en", [("which", "certain")])
        #expect(rest.headers[.location]?.contains("n=1") == true)
        #expect(try await person.items(id).map(\.status) == [.accepted, .dropped, .accepted])
        let page = try await person.get("/desk/\(id)?lang=en").text
        #expect(page.contains("Everything in this document is decided"))
        _ = try await person.site.record.feed.catchUp()
        let found = try await person.site.get("/search?q=Quillmere&lang=en").text
        #expect(found.contains("2 recommendations"))
        let record = try #require(try await person.items(id).first?.recommendation)
        let shown = try await person.site.get("/recommendations/\(record)?lang=en").text
        #expect(!shown.contains(person.caller.name), "a reader learns who accepted it")
    }

    @Test("Accepting everything says how many doubtful ones are among it")
    func acceptingDoubtful() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([
            TestPerson.finding("6.1", "Mend the roads of Fennick."),
            TestPerson.doubtful("6.2", "Mend the bridges of Fennick.", [Doubt(.textShort)]),
        ])
        let page = try await person.get("/desk/\(id)?lang=en").text
        #expect(page.contains("Accept all 2, 1 of them doubtful"))
        #expect(page.contains("Accept the certain one"))
        let reply = try await person.post("/desk/\(id)/accept", [("which", "all")])
        #expect(reply.headers[.location]?.contains("n=2") == true)
    }

    @Test("An item is divided where it was marked, and joined again")
    func splitting() async throws {
        let person = try await TestPerson.coordinator.value
        let reference = person.site.responder.site.names.reference
        let name = reference.shortName(of: StateCode("XAC"), in: .english)
        let id = try await person.put([
            TestPerson.finding("6.1", "Teach music (\(name)); 6.2 Teach dance"),
            TestPerson.finding("6.3", "Teach chess"),
        ])
        let item = try #require(try await person.items(id).first)
        let place = try #require(TextSplit(item.current.text).places.first)
        let reply = try await person.post(
            "/desk/\(id)/items/\(item.id)/split", [("at", "\(place)"), ("version", "1")])
        #expect(reply.status == 303)
        let split = try await person.items(id)
        #expect(split.map { $0.current.paragraph?.printed } == ["6.1", "6.2", "6.3"])
        #expect(split.map(\.current.text) == ["Teach music", "Teach dance", "Teach chess"])
        #expect(split[0].current.states == [StateCode("XAC")] && split[1].current.states == [StateCode("XAB")])
        let merge = try await person.post(
            "/desk/\(id)/items/\(split[0].id)/merge",
            [("version", "\(split[0].version)"), ("next", "\(split[1].id)"), ("nextVersion", "\(split[1].version)")])
        #expect(merge.status == 303)
        let merged = try await person.items(id)
        #expect(merged.filter { $0.status == .open }.count == 2)
        #expect(merged[0].current.states.count == 2)
        let nowhere = try await person.post("/desk/\(id)/items/\(merged[0].id)/split", [("at", "1"), ("version", "9")])
        #expect(nowhere.status == 422)
    }

    @Test("Without the document's State nothing is accepted, and the page says where to give it")
    func missingState() async throws {
        let person = try await TestPerson.coordinator.value
        var facts = TestPerson.facts()
        facts.state = nil
        let id = try await person.put([TestPerson.finding("6.1", "Count the birds.")], facts: facts)
        let reply = try await person.post("/desk/\(id)/accept?lang=en", [("which", "all")])
        #expect(reply.status == 422)
        #expect(reply.text.contains("Choose “Correct” above"))
    }

    @Test("A document's facts are corrected by their form")
    func facts() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([TestPerson.finding("6.1", "Count the bats.")])
        let wrong = try await person.post("/desk/\(id)/facts?lang=en", [("version", "1"), ("published", "yesterday")])
        #expect(wrong.status == 422 && wrong.text.contains("yesterday"))
        let old = try await person.post("/desk/\(id)/facts?lang=en", [("version", "7"), ("session", "44")])
        #expect(old.status == 409)
        let reply = try await person.post(
            "/desk/\(id)/facts?lang=en", [("version", "1"), ("session", "44"), ("published", "2024-02-03")])
        #expect(reply.status == 303)
        let now = try await person.site.responder.site.desk.reading(id, for: person.caller).reading.facts
        #expect(now?.session == 44 && now?.published == CalendarDate(year: 2024, month: 2, day: 3))
    }

    @Test(
        "Of a communication a focal point sees text without names; a coordinator unseals names, and is told it is recorded"
    )
    func communication() async throws {
        let coordinator = try await TestPerson.coordinator.value
        let focal = try await TestPerson.focalPoint.value
        var facts = TestPerson.facts(kind: .communication)
        facts.mechanism = MechanismCode("sp-torture")
        let id = try await coordinator.put(
            [TestPerson.finding("1", "What became of [name]?")], facts: facts, name: "Velda Orrin.pdf",
            sealed: ["Velda Orrin"], lines: ["What became of Velda Orrin?"])
        for path in ["/desk", "/desk/\(id)", "/desk/\(id)/facts"] {
            let page = try await focal.get(path + "?lang=en")
            #expect(page.status == 200, "\(path)")
            #expect(!page.text.contains("Velda"), "\(path)")
        }
        #expect(!(try await focal.get("/desk/\(id)?lang=en").text.contains("Show the names")))
        #expect(try await focal.post("/desk/\(id)/names", []).status == 403)
        #expect(try await focal.get("/desk/\(id)/pages/1.png").status != 200)
        let page = try await coordinator.get("/desk/\(id)?lang=en").text
        #expect(page.contains("Show the names") && page.contains("That you looked is recorded"))
        let names = try await coordinator.post("/desk/\(id)/names?lang=en", [])
        #expect(names.status == 200 && names.text.contains("Velda Orrin"))
        #expect(names.headers[.cacheControl] == "no-store")
    }
}

@Suite("Where a text may be divided")
struct TextSplitTests {
    @Test(
        "Behind sentences, semicolons and line ends of every language",
        arguments: [
            ("One. Two; three", 2), ("第一。第二；第三", 2), ("أولاً؛ ثانياً. ثالثاً", 2), ("No. 5 stays", 1), ("Whole", 0),
            ("", 0),
            ("A\nB", 1), ("3.5 per cent", 0), ("Ends here.", 0), ("(One.) Two", 1),
        ])
    func places(text: String, count: Int) { #expect(TextSplit(text).places.count == count, "\(text)") }

    @Test("The parts hold everything but white space between them")
    func whole() {
        let text = "Ratify it (Belmar); sign it; and report. Then rest"
        for place in TextSplit(text).places {
            let parts = TextSplit(text).parts(at: place)
            #expect(
                parts.map { $0.0.filter { !$0.isWhitespace } + $0.1.filter { !$0.isWhitespace } }
                    == text.filter { !$0.isWhitespace })
        }
        #expect(TextSplit(text).parts(at: 1) == nil)
    }
}
