import Domain
import People
import PublicFace

/// The public page of the demonstration's mechanism: most of its plan is shown, money to partners alone, one action waits for its hour, and
/// one milestone was taken down. Nothing in it is real.
struct DemonstrationPublicFace: Sendable {
    private let faces: PublicFaces

    init(_ faces: PublicFaces) { self.faces = faces }

    /// Opens the page once.
    func make(in workspace: Workspace, by caller: Caller) async throws(WorkspaceError) {
        let member = Member.keeper(caller.name, of: workspace)
        let desk = try await faces.desk(member)
        guard !desk.isOpen, desk.done.isEmpty else { return }
        try await faces.describe(
            isOpen: true,
            about: """
                What Ithavar took on after its reviews, who does what for it, and how far it is. Questions are welcome: every \
                letter is answered within three weeks.
                """,
            contact: "Secretariat of the mechanism (invented), Quay House, Ithavar", version: desk.version, member)
        var stages: [PublicField: PublicStage] = [:]
        for field in PublicField.allCases { stages[field] = .everybody }
        stages[.money] = .partners
        stages[.percent] = .institution
        try await faces.propose(stages, member)
        let actions = try await faces.candidates(.action, member)
        if let held = actions.last, let day = CalendarDate("2036-03-01") {
            try await faces.propose(
                [held.key],
                PublicChoices.Exception(
                    embargo: Embargo.instant(day, hour: 9, minute: 0, zone: workspace.timeZone)), member)
        }
        if let batch = try await faces.desk(member).batch { try await faces.confirm(version: batch.version, member) }
        let face = try await faces.shown(workspace.slug)
        guard let milestone = face.all(.milestone).last else { return }
        try await Removals(faces).remove(
            milestone.key, .ownMistake, office: "Secretariat of the mechanism",
            reason: "It belonged to another action.", member)
    }
}
