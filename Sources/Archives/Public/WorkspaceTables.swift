package import Assessments
package import Consultations
package import CooperationRecords
package import PublicFace

/// What workspaces published, as open data.
package enum WorkspaceTables {
    package static func all(
        _ faces: PublicFaces, _ assessments: Assessments, _ records: StateCooperation, _ consultations: Consultations
    ) -> [PublicTable] {
        [SaidTables.assessments(assessments), SaidTables.facts(records)]
            + ConsultationTables.all(consultations)
            + [FacePageTables.pages(faces), FacePageTables.removals(faces)]
            + FaceTable.all.map { $0.table(faces) }
    }
}
