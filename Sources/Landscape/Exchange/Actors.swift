package import Domain

/// Who cooperates: workspaces with what they publish, and organisations that programmes name.
package struct ActorDirectory: Sendable {
    /// By name; those that publish something this reader may see.
    package var workspaces: [WorkspaceActor]
    /// By reference, those without one after them by name.
    package var organisations: [OrganisationActor]
    /// Where the next page of organisations begins.
    package var next: String?
}

/// A workspace and how much it publishes.
package struct WorkspaceActor: Hashable, Sendable {
    package var id: WorkspaceID
    package var name: String
    package var kind: WorkspaceKind
    package var actor: ActorKind?
    package var state: StateCode?
    package var offers: Int
    package var needs: Int
    package var funds: Int
    package var programmes: Int
    package var agreements: Int

    package var publishes: Bool { offers + needs + funds + programmes + agreements > 0 }
}

/// What a workspace publishes, each thing by itself, the latest first.
package struct WorkspacePage: Sendable {
    package var actor: WorkspaceActor
    package var offers: [GapRow]
    package var needs: [GapRow]
    package var funds: [Fund]
    package var agreements: [AgreementLine]
    package var programmes: [GapRow]

    package struct Fund: Hashable, Sendable {
        package var id: Int64
        package var name: String
        package var language: LanguageTag
    }

    package static let listMax = 200
}

/// An organisation and how many programmes name it.
package struct OrganisationActor: Hashable, Sendable {
    package var organisation: NamedActor
    package var programmes: Int
}

/// What is known of an organisation, each from programmes that name it.
package struct OrganisationPage: Sendable {
    package var organisation: NamedActor
    /// Other names programmes give it.
    package var names: [String]
    package var programmes: Int
    /// Codes of roles: 1 funds, 2 answers for, 3 extends, 4 carries out.
    package var roles: [String]
    package var states: [(state: StateCode, programmes: Int)]
    package var themes: [(theme: String, programmes: Int)]
    /// Organisations named in the same programmes, most programmes first, at most `partnersMax`.
    package var partners: [NamedActor]
    /// The first day and the last that its programmes name.
    package var starts: CalendarDate?
    package var ends: CalendarDate?
    /// The State it is a public body of, where its reference says so.
    package var state: StateCode?

    package static let partnersMax = 40
}
