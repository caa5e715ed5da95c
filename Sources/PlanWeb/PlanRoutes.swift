import ClockWeb
package import Clocks
import FollowUpWeb
package import Frame
package import Plans
import RoundWeb
import WorkbookWeb

/// Every address of this room. Handlers capture what they work with.
package enum PlanRoutes {
    package static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] {
        var routes: [Route] = []
        routes += OverviewRoutes.all(plans, clocks)
        routes += CommitmentRoutes.all(plans, clocks)
        routes += PlanViewRoutes.all(plans, clocks)
        routes += RoundRoutes.all(plans)
        routes += LawRoutes.all(plans, clocks)
        routes += MeetingRoutes.all(plans, clocks)
        routes += ProgressRoutes.all(plans)
        routes += IndicatorRoutes.all(plans)
        routes += CommentRoutes.all(plans)
        routes += WorkbookRoutes.all(plans)
        routes += TrackingRoutes.all(plans)
        routes += DeadlineRoutes.all(clocks)
        routes += AlertRoutes.all(clocks)
        routes += DashboardRoutes.all(plans, clocks)
        routes += MergeRoutes.all(plans)
        return routes
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = [
        OverviewRoutes.schemas,
        CommitmentRoutes.schemas,
        PlanViewRoutes.schemas,
        RoundRoutes.schemas,
        LawRoutes.schemas,
        MeetingRoutes.schemas,
        ProgressRoutes.schemas,
        IndicatorRoutes.schemas,
        CommentRoutes.schemas,
        WorkbookRoutes.schemas,
        TrackingRoutes.schemas,
        DeadlineRoutes.schemas,
        AlertRoutes.schemas,
        DashboardRoutes.schemas,
    ].flatMap { $0 }
}
