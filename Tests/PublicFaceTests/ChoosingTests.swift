import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@testable import PublicFace

@Suite("Choosing what everybody sees")
struct ChoosingTests {
    @Test("Choices wait as one batch, are seen before they are confirmed, and go into force together")
    func batch() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let faces = fixture.faces
            try await fixture.show([:])
            try await faces.propose([.commitments: .everybody, .actions: .everybody], fixture.coordinator)
            let waiting = try await fixture.shown()
            #expect(waiting.items.isEmpty)
            let preview = try await faces.preview(.everybody, fixture.coordinator)
            #expect(preview.appearing.count { $0.kind == .action } == 3)
            #expect(preview.vanishing.isEmpty && preview.face.all(.commitment).count == 2)
            var desk = try await faces.desk(fixture.coordinator)
            let batch = try #require(desk.batch)
            let stale = try await FaceFixture.failure {
                try await faces.confirm(version: batch.version + 1, fixture.coordinator)
            }
            #expect(stale == .stale(Subject(.publicFace, fixture.plan.workspace.id.value), version: batch.version))
            try await faces.confirm(version: batch.version, fixture.coordinator)
            desk = try await faces.desk(fixture.coordinator)
            #expect(desk.batch == nil && desk.done.count == 1)
            let face = try await fixture.shown()
            #expect(face.all(.action).count == 3)
            let history = try await database.read { connection in
                try connection.count(
                    "SELECT COUNT(*) FROM field_change WHERE kind = 'public-face' AND field IN ('commitments', 'actions')"
                )
            }
            #expect(history == 2)
        }
    }

    @Test("A batch is taken back as one, unless something of it was chosen otherwise since")
    func undo() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let faces = fixture.faces
            try await fixture.show([.commitments: .everybody, .actions: .everybody])
            try await fixture.show([.actions: .draft])
            let done = try await faces.desk(fixture.coordinator).done
            let (last, first) = (done[0], done[1])
            let refused = try await FaceFixture.failure { try await faces.undo(first.id, fixture.coordinator) }
            #expect(refused == .invalid("batch", "publicFace.changedSince"))
            try await faces.undo(last.id, fixture.coordinator)
            let face = try await fixture.shown()
            #expect(face.all(.action).count == 3)
            let twice = try await FaceFixture.failure { try await faces.undo(last.id, fixture.coordinator) }
            #expect(twice == .invalid("batch", "publicFace.undone"))
        }
    }

    @Test("A choice that is what stands leaves no line; letting go leaves nothing waiting")
    func withdrawing() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let faces = fixture.faces
            try await faces.propose([.commitments: .everybody], fixture.coordinator)
            try await faces.propose([.commitments: .draft], fixture.coordinator)
            var desk = try await faces.desk(fixture.coordinator)
            #expect(desk.batch == nil)
            try await faces.propose([.actions: .partners], fixture.coordinator)
            let version = try #require(try await faces.desk(fixture.coordinator).batch?.version)
            try await faces.drop(version: version, fixture.coordinator)
            desk = try await faces.desk(fixture.coordinator)
            #expect(desk.batch == nil && desk.done.isEmpty)
        }
    }

    @Test("Letting go of what somebody changed or confirmed meanwhile leaves it, and says so")
    func dropping() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let faces = fixture.faces
            try await faces.propose([.commitments: .everybody], fixture.coordinator)
            let seen = try #require(try await faces.desk(fixture.coordinator).batch?.version)
            try await faces.propose([.actions: .everybody], fixture.administrator)
            let late = try await FaceFixture.failure { try await faces.drop(version: seen, fixture.coordinator) }
            guard case .stale(_, let now)? = late else { throw WorkspaceError.notFound }
            #expect(try await faces.desk(fixture.coordinator).batch?.lines.count == 2)
            try await faces.confirm(version: now, fixture.administrator)
            let gone = try await FaceFixture.failure { try await faces.drop(version: now, fixture.coordinator) }
            #expect(gone == .invalid("batch", "publicFace.nothingToDrop"))
            #expect(try await faces.desk(fixture.coordinator).done.count == 1)
        }
    }

    @Test("Nobody but who may chooses")
    func rights() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let faces = fixture.faces
            for role in [WorkspaceRole.focalPoint, .contributor, .partner, .observer] {
                let member = fixture.plan.member(role, fixture.plan.institutions[0].id)
                for refused in [
                    try await FaceFixture.failure { _ = try await faces.desk(member) },
                    try await FaceFixture.failure { try await faces.propose([.actions: .everybody], member) },
                    try await FaceFixture.failure { try await faces.confirm(version: 1, member) },
                    try await FaceFixture.failure { try await faces.undo(1, member) },
                    try await FaceFixture.failure { _ = try await faces.preview(.everybody, member) },
                    try await FaceFixture.failure {
                        try await faces.describe(isOpen: true, about: "", contact: "", version: 0, member)
                    },
                ] { #expect(refused == .forbidden) }
            }
        }
    }
}
