import Assessments
import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@Suite("Standing of assessments")
struct StandingTests {
    @Test("A newer day supersedes within one scheme; other schemes and assessors stand beside")
    func superseded() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            let first = try await fixture.publish(fixture.draft("not", day: "2025-03-01"), by: fixture.watch)
            let second = try await fixture.publish(fixture.draft("partially", day: "2025-09-01"), by: fixture.watch)
            let late = try await fixture.publish(fixture.draft("not", day: "2024-01-01"), by: fixture.watch)
            let letter = try await fixture.publish(fixture.draft("B", .committee, day: "2025-10-01"), by: fixture.watch)
            let other = try await fixture.publish(fixture.draft("fully", day: "2025-09-02"), by: fixture.commission)
            let state = try await fixture.publish(fixture.draft("fully", day: "2025-09-03"), by: fixture.coordinator)
            let all = try await room.published(on: AssessmentFixture.one)
            #expect(all.map(\.id) == [late, first, second, other, state, letter])
            #expect(all.map(\.isCurrent) == [false, false, true, true, true, true])
            #expect(all[1].standing == .superseded(by: second, at: all[2].published))
            #expect(all[0].standing == .superseded(by: second, at: all[0].published))
            let tally = try await room.tally(AssessmentFilter(state: StateCode("XAA")))
            #expect(
                tally.map(\.scheme.rawValue) == ["committee", "implementation", "implementation", "implementation"])
            #expect(tally.map(\.count) == [1, 1, 1, 1])
            #expect(all[4].assessorName == "XAA" && all[4].assessor == .state)
        }
    }

    @Test("What was taken back leaves a day and a reason, and none of its words, in no list and behind no filter")
    func takenBack() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            let id = try await fixture.publish(fixture.draft(), by: fixture.watch)
            var filter = AssessmentFilter()
            filter.scheme = SchemeCode(.implementation)
            filter.value = "partially"
            filter.year = 2026
            #expect(try await room.published(filter).total == 1)
            let version = try await room.own(id, fixture.watch).version
            await #expect(throws: WorkspaceError.invalid("why", "assess.whyNeeded")) {
                try await room.takeBack(id, version: version, why: "  ", by: fixture.watch)
            }
            try await room.takeBack(id, version: version, why: "We were wrong", by: fixture.watch)
            let one = try await room.published(id)
            #expect(one.words == nil && one.assessorName == "Shore Watch")
            guard case .takenBack(_, "We were wrong") = one.standing else {
                Issue.record("no marker")
                return
            }
            #expect(try await room.published(filter).total == 0)
            #expect(try await room.tally(AssessmentFilter()).isEmpty)
            let shown = try await fixture.everything()
            #expect(!shown.contains(AssessmentFixture.secret) && !shown.contains("partially"))
            #expect(!shown.contains("example.org/seen") && shown.contains("We were wrong"))
            let package = try await room.package(try #require(room.signer))
            #expect(!String(decoding: package, as: UTF8.self).contains(AssessmentFixture.secret))
            #expect(try await fixture.kept(id) == ["", "", "0", "0"])
        }
    }

    @Test(
        "A removal that protects somebody leaves no words in the store; on another ground the voice itself keeps them")
    func blanked() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            for ground in RemovalGround.allCases {
                let id = try await fixture.publish(fixture.draft(), by: fixture.watch)
                try await room.remove(id, ground, text: "As asked", by: fixture.administrator)
                let kept = try await fixture.kept(id)
                let own = try await room.own(id, fixture.watch)
                #expect(own.removed?.ground == ground)
                if [.danger, .privacy, .identity].contains(ground) {
                    #expect(kept == ["", "", "0", "0"], "\(ground)")
                } else {
                    #expect(kept.first == "partially" && own.draft.reasons.first?.text != nil, "\(ground)")
                }
            }
        }
    }

    @Test("A removal is an administrator's, needs ground and words, leaves a marker, and is not undone by the author")
    func removed() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            let id = try await fixture.publish(fixture.draft(), by: fixture.watch)
            await #expect(throws: WorkspaceError.invalid("text", "assess.whyNeeded")) {
                try await room.remove(id, .privacy, text: "", by: fixture.administrator)
            }
            // An administrator of another workspace has no hand in it.
            await #expect(throws: WorkspaceError.notFound) {
                try await room.remove(id, .privacy, text: "Names a child", by: fixture.entity)
            }
            try await room.remove(id, .privacy, text: "Names a child", by: fixture.administrator)
            await #expect(throws: WorkspaceError.notFound) {
                try await room.remove(id, .danger, text: "Again", by: fixture.administrator)
            }
            let one = try await room.published(id)
            guard case .removed(let marker) = one.standing else {
                Issue.record("no marker")
                return
            }
            #expect(marker.ground == .privacy && marker.text == "Names a child" && marker.by == .administrator)
            #expect(one.words == nil)
            let shown = try await fixture.everything()
            #expect(!shown.contains(AssessmentFixture.secret))
            let listed = try await room.removals(of: fixture.plan.workspace.id)
            #expect(listed.map(\.id) == [id] && listed.first?.removed == marker)
            let own = try await room.own(id, fixture.watch)
            await #expect(throws: WorkspaceError.invalid("why", "assess.removedAlready")) {
                try await room.takeBack(id, version: own.version, why: "Then so", by: fixture.watch)
            }
        }
    }

    @Test("What documents say stands beside, under addresses of the same kind")
    func record() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            let id = try await fixture.publish(fixture.draft("not", day: "2021-01-01"), by: fixture.watch)
            try await database.write { connection in
                let ids = try IDAllocator.take("assessment", 2, connection)
                for (place, grade) in [("C", "2020-05-01"), ("B", "2022-05-01")].enumerated() {
                    try AssessmentRow.insert(
                        ids.lowerBound + Int64(place),
                        Assessment(
                            assessor: .committee, assessorName: "Committee of Nine", scheme: "committee",
                            value: grade.0, date: CalendarDate(grade.1), wording: "Heard and noted",
                            source: SourceCode("test"), document: "DEMO/NINE/2"), of: RecommendationID(1), source: 900,
                        importID: 900, connection)
                }
            }
            let all = try await room.published(on: AssessmentFixture.one)
            #expect(all.map { $0.words?.value } == ["C", "not", "B"])
            #expect(all.map(\.isCurrent) == [false, true, true])
            #expect(Set(all.map(\.id)).count == 3 && all[1].id == id)
            #expect(all[0].document == "DEMO/HRC/43/15" && all[0].saidIn == "DEMO/NINE/2")
            let one = try await room.published(all[2].id)
            #expect(one == all[2] && one.origin == .record(SourceCode("test")))
            var filter = AssessmentFilter(state: StateCode("XAA"))
            filter.mechanism = MechanismCode("upr")
            #expect(try await room.published(filter).total == 3)
            filter.assessor = .committee
            let first = try await room.published(filter, limit: 1)
            let next = try await room.published(filter, after: first.next, limit: 1)
            #expect(
                first.assessments.map { $0.words?.value } == ["B"] && next.assessments.map { $0.words?.value } == ["C"])
            #expect(next.next == nil && first.total == 2)
        }
    }

    @Test("What the plan says is no assessment before the State publishes it as one")
    func statement() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            let workspace = fixture.plan.workspace.id.value
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO commitment (id, workspace_id, issue_id, title, title_key, priority, withdrawn, made, version)
                    VALUES (1, $1, 1, 'Courts', 'courts', 'none', 0, '', 1)
                    """, [.int(workspace)])
                try connection.execute(
                    """
                    INSERT INTO implementation_statement (id, workspace_id, commitment_id, status, reason, stated, author,
                        made) VALUES (7, $1, 1, 'partly', 'Nine of twelve courts are open', '2026-01-10', 'c', '')
                    """, [.int(workspace)])
            }
            #expect(try await room.published(AssessmentFilter()).total == 0)
            let found = try await room.statement(7, fixture.coordinator)
            #expect(found.thing == .issue(fixture.plan.issues[0]) && found.status == "partly")
            #expect(try await room.statements(fixture.watch).isEmpty)
            var draft = fixture.draft("partly", .planStatus, on: found.thing)
            draft.statement = found.id
            let id = try await fixture.publish(draft, by: fixture.coordinator)
            let one = try await room.published(id)
            #expect(one.assessor == .state && one.words?.scheme == SchemeCode(.planStatus))
            #expect(try await room.statement(found.id, fixture.coordinator).assessment == id)
        }
    }
}
