import { Audit } from "@siteimprove/alfa-act";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";
import { chromium } from "playwright";
import { flattenStyles, stylesInBrowser, stylesUnread } from "./zz-styles.mjs";
const browser = await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const T=(l,t)=>console.log(l,Math.round(process.cpuUsage(t).user/1000));
const load=async(u)=>{ let c=await browser.newContext({viewport:{width:1280,height:900}}); const tab=await c.newPage(); await tab.goto(u); 
 let t=process.cpuUsage(); const seen=await tab.evaluate(stylesInBrowser); await tab.evaluate(flattenStyles); T("flatten",t);
 t=process.cpuUsage(); const page=await Playwright.toPage(await tab.evaluateHandle(()=>document)); T("toPage",t); 
 t=process.cpuUsage(); const r=stylesUnread(page,seen); T("unread",t); return page;};
for (const u of process.argv.slice(2)) { console.log(u);
 for (let i=0;i<2;i++){ let p=await load(u); let t=process.cpuUsage(); await Audit.of(p,rules).evaluate(); T("all",t);}
 let p=await load(u); const out=[]; for (const r of rules){ const t=process.cpuUsage(); await Audit.of(p,[r]).evaluate(); out.push([Math.round(process.cpuUsage(t).user/1000), r.uri.split("/").pop()]);}
 out.sort((a,b)=>b[0]-a[0]); console.log(JSON.stringify(out.slice(0,14)), out.reduce((a,b)=>a+b[0],0));
}
await browser.close();
