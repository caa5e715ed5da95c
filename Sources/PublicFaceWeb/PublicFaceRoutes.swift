package import Frame
package import PublicFace

/// Public pages of a workspace, and where its coordinator chooses them: every address of this room.
package enum PublicFaceRoutes {
    package static func all(_ publicFaces: PublicFaces) -> [Route] { [] }

    package static let schemas: [Schema.Named] = []
}
