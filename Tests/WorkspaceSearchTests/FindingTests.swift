import Domain
import Operations
import People
import Store
import TestSupport
import Testing

@testable import WorkspaceSearch

@Suite("Search inside a workspace")
struct FindingTests {
    @Test("A coordinator finds a text of every kind, and none of another workspace")
    func everyKind() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database)
            let found = try await fixture.find("kestrel")
            #expect(Set(found.texts.map(\.kind)) == Set(FoundKind.allCases))
            #expect(found.texts.allSatisfy { $0.id < 900 })
            #expect(found.total == FoundCount(count: FoundKind.allCases.count, isMore: false))
            #expect(found.kinds.allSatisfy { $0.count == FoundCount(count: 1, isMore: false) })
            #expect(
                found.texts.allSatisfy {
                    ($0.title + $0.excerpt).contains { $0.isHit && $0.text.lowercased() == "kestrel" }
                })
            let nobody = try await fixture.find("kestrel", Member.keeper("cli:x", of: fixture.belmar))
            #expect(nobody.texts.count == FoundKind.allCases.count)
            #expect(nobody.texts.filter { $0.kind != .recommendation }.allSatisfy { $0.id >= 900 })
        }
    }

    @Test("Each role finds and counts what its rights give it, and no more")
    func rights() async throws {
        let plan: Set<FoundKind> = [
            .commitment, .recommendation, .action, .milestone, .statement, .law, .lawStage, .indicator, .observation,
        ]
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database)
            let expected: [(Member, Set<FoundKind>)] = [
                (
                    fixture.member(.focalPoint, fixture.first),
                    plan.union([.need, .offer, .practice, .paragraph, .proposal, .evidence, .comment, .progress])
                ),
                (fixture.member(.focalPoint, fixture.second), [.offer, .practice]),
                (fixture.member(.contributor, fixture.second), plan),
                (fixture.member(.partner), plan),
                (fixture.member(.observer), plan.union([.need, .offer, .agreement, .practice])),
                (
                    fixture.coordinator.limited(to: [.seeWorkspace, .seeMeetings]),
                    [.meeting, .meetingItem, .decision, .letter, .sentLetter]
                ),
            ]
            for (member, kinds) in expected {
                let found = try await fixture.find("kestrel", member)
                #expect(Set(found.texts.map(\.kind)) == kinds, "\(member.role)")
                #expect(found.total == FoundCount(count: kinds.count, isMore: false), "\(member.role)")
                #expect(Set(found.kinds.map(\.kind)) == kinds, "\(member.role)")
            }
        }
    }

    @Test(
        "What is cleared and what is said to all is found by those outside government"
    )
    func cleared() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database)
            try await database.write { connection in
                try connection.execute("UPDATE progress_report SET clearance = 'mechanism'")
                try connection.execute("UPDATE evidence SET clearance = 'mechanism', public = 1")
                try connection.execute("UPDATE comment SET internal = 0")
            }
            let found = try await fixture.find("kestrel", fixture.member(.observer))
            #expect(Set(found.texts.map(\.kind)).isSuperset(of: [.progress, .evidence, .comment]))
            try await database.write { try $0.execute("UPDATE comment SET kind = 'meeting'") }
            let hidden = try await fixture.find("kestrel", fixture.member(.observer))
            #expect(!hidden.texts.contains { $0.kind == .comment })
            let seen = try await fixture.find("kestrel")
            #expect(seen.texts.contains { $0.kind == .comment })
        }
    }

    @Test("The query language is the record's: phrases, OR, exclusions, beginnings, kinds")
    func language() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database)
            let expected: [(String, Int)] = [
                ("\"kestrel act\"", 2), ("\"act kestrel\"", 0), ("kestrel -judges", FoundKind.allCases.count - 4),
                ("kestr*", FoundKind.allCases.count), ("trainers OR pact", 2), ("kestrel kind:action", 1),
                ("kind:proposal OR kind:paragraph", 2), ("", 0),
            ]
            for (query, count) in expected {
                let found = try await fixture.find(query)
                #expect(found.total.count == count, "\(query): \(found.texts.map(\.kind))")
            }
        }
    }

    @Test("Texts in six languages are found by other forms of their words")
    func languages() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database)
            try await fixture.add(
                [
                    "Former les juges des tribunaux", "Capacitar a los jueces de los tribunales",
                    "Обучение судей районных судов", "تدريب القضاة في المحاكم", "培训地方法院的法官",
                    "Training for the judges of the courts",
                ], from: 200, fixture.first)
            for (query, id) in [
                ("tribunal formé", 200), ("capacitación OR capacitar tribunal", 201), ("районный", 202), ("محاكم", 203),
                ("法官", 204),
                ("trained court judge", 205),
            ] {
                let found = try await fixture.find(query)
                #expect(found.texts.contains { $0.id == Int64(id) }, "\(query)")
            }
        }
    }
}
