internal import Journeys

extension Site {
  /// All that the site answers; one list a part of the site, each beside its pages.
  var routes: [Route] {
    [
      Self.assetRoutes, SignInPages.routes, HomePage.routes, TickPage.routes, BookingPage.routes, TeamPages.routes,
      TraineePages.routes, TaskPage.routes, AgreementPages.routes, AgreementPage.routes, HRPage.routes, MinePages.routes,
      TeamPaperPages.routes, PreparePages.routes, StepPages.routes, ConversationRecordPage.routes, ConversationListPage.routes,
      PlanningPage.routes, PlanPages.routes, SchedulePage.routes, CalendarPages.routes, HelpPages.routes, OfflinePages.routes,
      TeamUpdatePage.routes,
      InboxPage.routes, FormListPage.routes, FormPage.routes, UploadPages.routes, AdministrationPages.routes, AccessPages.routes,
      DevicePages.routes, LogPage.routes, PrivacyPages.routes,
      SetupPages.routes,
    ]
    .flatMap { $0 }
  }

  /// What browsers keep, and what a machine asks to see whether the server is well.
  private static let assetRoutes: [Route] =
    ["/stijl.css", "/rapport.css", "/vakmatrix.js", "/vakmatrix-sw.js"].map { path in
      .get(path, .anyone) { request in
        let address = request.site.looks.address(of: path)
        guard let asset = request.site.looks.assets.first(where: { $0.path == address }) else { return try request.notFound() }
        var answer = PageAnswer(type: asset.type, body: asset.bytes)
        answer.isPublic = request.query["v"] != nil
        return answer
      }
    } + [
      .get("/gezond", .anyone) { request in
        let isWell = request.site.watch.version() >= 0
        return PageAnswer(
          status: isWell ? 200 : 503, type: "text/plain; charset=utf-8", body: Array((isWell ? "ok" : "database").utf8))
      }
    ]
}
