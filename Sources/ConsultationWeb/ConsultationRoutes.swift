package import Consultations
package import Frame

/// Pages and API of consultations: every address of this room.
package enum ConsultationRoutes {
    package static func all(_ consultations: Consultations) -> [Route] { [] }

    package static let schemas: [Schema.Named] = []
}
