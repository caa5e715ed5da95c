package import Domain
import People
import Store

extension PublicFaces {
    /// Puts choices for fields into the batch that waits; a choice that is what stands takes its line out again.
    package func propose(_ stages: [PublicField: PublicStage], _ member: Member) async throws(WorkspaceError) {
        let kind = member.workspace.kind
        let fields = stages.filter { kind == .mechanism || !$0.key.isOfMechanisms }
        try await propose(
            fields.map { (PublicBatch.Target.field($0.key), PublicChoices.Exception(stage: $0.value)) }, member)
    }

    /// Holds single items back, or lets them out, against what is chosen for their part; an empty exception gives them back to it.
    /// `notFound` where one is not there.
    package func propose(
        _ keys: [PublicKey], _ exception: PublicChoices.Exception, _ member: Member
    ) async throws(WorkspaceError) {
        guard !keys.isEmpty else { throw .invalid("tick", "publicFace.nothingTicked") }
        if keys.count > PublicBatch.linesMax { throw .invalid("tick", "publicFace.tooMany") }
        try member.require(.managePublicFace)
        let workspace = member.workspace.id
        let known = try await store.read { Set(try Gathering.all(workspace, $0).map(\.key)) }
        guard known.isSuperset(of: keys) else { throw .notFound }
        try await propose(keys.map { (PublicBatch.Target.item($0), exception) }, member)
    }

    private func propose(
        _ wishes: [(PublicBatch.Target, PublicChoices.Exception)], _ member: Member
    ) async throws(WorkspaceError) {
        try member.require(.managePublicFace)
        let fresh = try await store.take(.publicFace).lowerBound
        try await store.change(member) { change in
            let workspace = change.workspace
            try FaceRow.begin(workspace, change.connection)
            let choices = try ChoiceRow.all(workspace, change.connection)
            let open = try BatchRow.open(workspace, change.connection)
            var lines = Dictionary(
                (open?.lines ?? []).map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
            for (target, wish) in wishes {
                let before = choices.standing(target)
                let isSame = before == wish || (before.stage == nil && wish.stage == .draft && Self.isField(target))
                lines[target] = isSame ? nil : PublicBatch.Line(target, before: before, after: wish)
            }
            guard lines.count <= PublicBatch.linesMax else {
                throw WorkspaceError.invalid("tick", "publicFace.tooMany")
            }
            let all = lines.values.sorted { Self.order($0.target) < Self.order($1.target) }
            if var open {
                if all.isEmpty { open.status = .dropped }
                guard try BatchRow.update(open, workspace, change.connection) else {
                    throw WorkspaceError.stale(Self.subject(workspace), version: open.version)
                }
                try BatchRow.put(all, open.id, workspace, change.connection)
            } else if !all.isEmpty {
                let batch = PublicBatch(
                    id: fresh, status: .open, madeBy: change.member.name, made: change.at, confirmedBy: nil,
                    confirmed: nil, reverses: nil, lines: all, version: 1)
                try BatchRow.insert(batch, workspace, change.connection)
            }
        }
    }

    /// Lets what waits go, as somebody saw it at `version`; nothing that readers see changes. All of it or nothing: `stale` where
    /// somebody changed it meanwhile, `invalid` where nothing waits any more.
    package func drop(version: Int, _ member: Member) async throws(WorkspaceError) {
        try member.require(.managePublicFace)
        try await store.change(member) { change in
            let workspace = change.workspace
            guard var batch = try BatchRow.open(workspace, change.connection) else {
                throw WorkspaceError.invalid("batch", "publicFace.nothingToDrop")
            }
            batch.status = .dropped
            guard batch.version == version, try BatchRow.update(batch, workspace, change.connection) else {
                throw WorkspaceError.stale(Self.subject(workspace), version: batch.version)
            }
            change.did(
                "public-face.drop", Self.subject(workspace),
                detail: "{\"batch\":\(batch.id),\"lines\":\(batch.lines.count)}")
        }
    }

    private static func isField(_ target: PublicBatch.Target) -> Bool {
        if case .field = target { true } else { false }
    }

    private static func order(_ target: PublicBatch.Target) -> (Int64, String) {
        switch target {
        case .field(let field): (0, field.rawValue)
        case .item(let key): (key.id, key.kind.rawValue)
        }
    }
}
