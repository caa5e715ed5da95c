package import Assessments
package import Frame

/// Pages and API of assessments: every address of this room.
package enum AssessmentRoutes {
    package static func all(_ assessments: Assessments) -> [Route] {
        PublicAssessmentRoutes.all(assessments) + OwnAssessmentRoutes.all(assessments)
            + SourceRoutes.all(assessments)
    }

    package static let schemas: [Schema.Named] = AssessmentJSON.schemas
}
